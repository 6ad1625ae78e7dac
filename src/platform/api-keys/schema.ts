import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { integerId, takeSkip } from "../../ground/kernel/query.ts";
import type { ApiKey } from "./api-key.ts";

export const ApiKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    clientId: z.string().describe("The key's public part: scope3_<clientId>_…"),
    readOnly: z.boolean(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().describe("May be a few minutes behind"),
    createdAt: z.iso.datetime(),
    createdBy: z.string().describe("The key's holder, on whose behalf it acts"),
  })
  .meta({ id: "ApiKey" });

export const NewApiKeyBody = z
  .object({
    name: z.string().trim().min(1).max(255),
    description: z.string().max(1000).optional(),
    readOnly: z.boolean().default(false),
    expiresAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe("At most a year from now; by default, the key is valid until it is revoked"),
  })
  .meta({ id: "NewApiKey" });

export const ApiKeyPath = z.object({ apiKeyId: z.string().min(1).max(64) });
export const ApiKeyListQuery = z.object(takeSkip);

export const SwitchBody = z.object({ customerId: integerId("customerId") }).meta({ id: "SwitchAccount" });

export function viewOf(key: ApiKey): z.input<typeof ApiKeyView> {
  const { apiKeyId, holder, userId: _, expiresAt, lastUsedAt, createdAt, ...rest } = key;
  return {
    ...rest,
    id: apiKeyId,
    createdBy: holder,
    expiresAt: instantOf(expiresAt),
    lastUsedAt: instantOf(lastUsedAt),
    createdAt: createdAt.toISOString(),
  };
}
