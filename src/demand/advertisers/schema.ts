import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { domainInput } from "../../ground/kernel/domain.ts";
import { integerId, queryBoolean, takeSkip } from "../../ground/kernel/query.ts";
import { LinkedAccountInput } from "./accounts/schema.ts";
import { FrequencyCapsInput } from "./frequency-cap.ts";
import { UtmConfigInput } from "./utm-config.ts";

export const Status = z.enum(["ACTIVE", "ARCHIVED"]);
export const ApplyMode = z.enum(["AUTO", "MANUAL"]);

const name = z.string().trim().min(1).max(255);
/** `brand`, or `brandDomain` as newer clients spell it. */
const brand = {
  brand: domainInput.optional().describe("The brand's domain, or a URL on it"),
  brandDomain: domainInput.optional().describe("The same as brand"),
};
const saveBrand = z
  .boolean()
  .default(false)
  .describe("Saves name and description as the brand's profile if nothing is published at its domain");
const linkedAccounts = z
  .array(LinkedAccountInput)
  .max(50)
  .describe(
    "Accounts to add, each taken from GET /advertisers/{advertiserId}/accounts/available; accounts are never removed this way",
  );

export const NewAdvertiserBody = z
  .object({
    name,
    ...brand,
    description: z.string().max(1000).optional(),
    saveBrand,
    linkedAccounts: linkedAccounts.optional(),
    optimizationApplyMode: ApplyMode.default("MANUAL"),
    sandbox: z
      .boolean()
      .default(false)
      .describe("Buys only under sellers' sandbox accounts, so that nothing is spent. Cannot be changed later"),
    utmConfig: UtmConfigInput.optional(),
    frequencyCaps: FrequencyCapsInput.optional(),
    primaryCurrency: currencyInput.default("USD"),
  })
  .refine((body) => body.brand !== undefined || body.brandDomain !== undefined, {
    path: ["brand"],
    message: "an advertiser needs its brand's domain, such as acme.com",
  })
  .meta({ id: "NewAdvertiser" });

/** Partial; `sandbox` is fixed at creation and ignored here. */
export const AdvertiserChangeBody = z
  .object({
    name: name.optional(),
    ...brand,
    description: z.string().max(1000).nullable().optional(),
    saveBrand,
    linkedAccounts: linkedAccounts.optional(),
    optimizationApplyMode: ApplyMode.optional(),
    utmConfig: UtmConfigInput.optional(),
    frequencyCaps: FrequencyCapsInput.optional(),
    primaryCurrency: currencyInput.optional().describe("Only before the advertiser has a campaign"),
  })
  .refine((body) => !body.saveBrand || body.brand !== undefined || body.brandDomain !== undefined, {
    path: ["saveBrand"],
    message: "send brand to say which brand to save",
  })
  .meta({ id: "AdvertiserChange" });

export const AdvertiserPath = z.object({ advertiserId: integerId("advertiserId") });

export const AdvertiserListQuery = z.object({
  ...takeSkip,
  status: z.enum(["ACTIVE", "ARCHIVED", "ALL"]).default("ACTIVE"),
  name: z.string().max(255).optional().describe("Part of the name, ignoring case"),
  sandbox: queryBoolean.optional(),
  includeAccounts: queryBoolean.default(false).describe("Include the linked accounts of each advertiser"),
  includeBrand: queryBoolean.default(false).describe("Include the brand of each advertiser"),
});

/** Older clients ask for the brand explicitly; the answer always includes it. */
export const AdvertiserQuery = z.object({
  includeBrand: queryBoolean.optional().describe("The brand is always included"),
});
