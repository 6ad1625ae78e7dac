import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { domainInput } from "../../ground/kernel/domain.ts";
import { integerId, queryBoolean, takeSkip } from "../../ground/kernel/query.ts";
import type { Advertiser } from "./advertiser.ts";

const Status = z.enum(["ACTIVE", "ARCHIVED"]);
const ApplyMode = z.enum(["AUTO", "MANUAL"]);

export const AdvertiserView = z
  .object({
    id: z.string().describe("A number in decimal, as text"),
    name: z.string(),
    description: z.string().nullable(),
    status: Status,
    sandbox: z.boolean(),
    brand: z.string().describe("The brand's bare domain"),
    optimizationApplyMode: ApplyMode,
    primaryCurrency: z.string(),
    currencyLocked: z.boolean().describe("True once a campaign is in the currency"),
    linkedAccounts: z.array(z.unknown()),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Advertiser" });

/** `brand`, or `brandDomain` as newer clients spell it. */
const brandInput = { brand: domainInput.optional(), brandDomain: domainInput.optional() };

export const NewAdvertiserBody = z
  .object({
    name: z.string().trim().min(1).max(255),
    ...brandInput,
    description: z.string().max(1000).optional(),
    optimizationApplyMode: ApplyMode.default("MANUAL"),
    sandbox: z.boolean().default(false),
    primaryCurrency: currencyInput.default("USD"),
  })
  .refine(({ brand, brandDomain }) => brand !== undefined || brandDomain !== undefined, {
    path: ["brand"],
    message: "an advertiser needs its brand's domain, such as acme.com",
  })
  .meta({ id: "NewAdvertiser" });

/** Partial; `sandbox` is fixed at creation and ignored here. */
export const AdvertiserChangeBody = z
  .object({
    name: z.string().trim().min(1).max(255).optional(),
    ...brandInput,
    description: z.string().max(1000).nullable().optional(),
    optimizationApplyMode: ApplyMode.optional(),
    primaryCurrency: currencyInput.optional(),
  })
  .meta({ id: "AdvertiserChange" });

export const AdvertiserPath = z.object({ advertiserId: integerId("advertiserId") });

export const AdvertiserListQuery = z.object({
  ...takeSkip,
  status: z.enum(["ACTIVE", "ARCHIVED", "ALL"]).default("ACTIVE"),
  name: z.string().max(255).optional().describe("Part of the name, in any case"),
  sandbox: queryBoolean.optional(),
  includeAccounts: queryBoolean.optional(),
  includeBrand: queryBoolean.optional(),
});

export function viewOf(advertiser: Advertiser): z.input<typeof AdvertiserView> {
  const { advertiserId, brandDomain, createdAt, updatedAt, ...rest } = advertiser;
  return {
    ...rest,
    id: String(advertiserId),
    brand: brandDomain,
    linkedAccounts: [],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
