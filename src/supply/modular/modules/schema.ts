import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { ContractView } from "../lifecycle/schema.ts";
import { type Credential, credentialStatusOf } from "./credential.ts";
import { CREDENTIAL_KINDS } from "./module.ts";

const anything = z.record(z.string(), z.unknown());
const id = z.string().min(1).max(255);

export const ModulePath = z.object({ sourceId: id, moduleInstanceId: id });
export const CredentialPath = z.object({
  sourceId: id,
  moduleInstanceId: id,
  credentialKind: z.enum(CREDENTIAL_KINDS),
});

export const AttachBody = z
  .object({
    contractId: z.string().min(1).max(255),
    moduleInstanceId: z
      .string()
      .max(100)
      .regex(/^[a-z0-9][a-z0-9_-]*$/, "lower-case letters, digits, _ and -, a letter or digit first")
      .optional()
      .describe("Your own name for it; by default derived from its kind"),
    name: z.string().trim().min(1).max(255).optional(),
    config: anything.optional(),
  })
  .meta({ id: "ModuleAttachment" });

export const ConfigBody = z
  .object({
    config: anything,
    merge: z.boolean().default(true).describe("false replaces the configuration"),
    status: z.enum(["CONFIGURING", "DISABLED", "ERROR"]).optional().describe("ACTIVE is derived"),
  })
  .meta({ id: "ModuleConfigChange" });

export const CredentialBody = z
  .object({
    auth: anything.describe(
      "Stored encrypted and never returned: such as { apiKey }, { token } or { clientId, clientSecret }",
    ),
    scopes: z.array(z.string().min(1).max(255)).max(100).default([]),
    expiresAt: z.iso.datetime().nullable().default(null),
    lastRefreshedAt: z.iso.datetime().nullable().default(null),
    metadata: anything.default({}),
  })
  .meta({ id: "ModuleCredential" });

export const CatalogueView = z
  .object({
    modules: z.array(ContractView.extend({ configFields: z.array(z.string()), requiredFields: z.array(z.string()) })),
  })
  .meta({ id: "ModuleCatalogue" });

export const CredentialView = z
  .object({
    credentialId: z.string(),
    moduleInstanceId: z.string(),
    credentialKind: z.enum(CREDENTIAL_KINDS),
    status: z.enum(["PENDING", "ACTIVE", "EXPIRED", "REVOKED", "ERROR"]),
    scopes: z.array(z.string()),
    expiresAt: z.iso.datetime().nullable(),
    lastRefreshedAt: z.iso.datetime().nullable(),
    metadata: anything,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "ModuleCredentialStatus" });

export function credentialViewOf(
  credential: Credential,
  moduleInstanceId: string,
  now: Date,
): z.input<typeof CredentialView> {
  const { credentialId, kind, scopes, expiresAt, lastRefreshedAt, metadata, createdAt, updatedAt, revokedAt } =
    credential;
  return {
    credentialId: String(credentialId),
    moduleInstanceId,
    credentialKind: kind,
    status: credentialStatusOf(credential, now),
    scopes: [...scopes],
    expiresAt: instantOf(expiresAt),
    lastRefreshedAt: instantOf(lastRefreshedAt),
    metadata: { ...metadata },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    revokedAt: instantOf(revokedAt),
  };
}
