import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { flightDates } from "../../ground/kernel/inputs/flight.ts";
import { amountInput } from "../../ground/kernel/inputs/money-input.ts";
import { integerId, queryBoolean, queryList, takeSkip } from "../../ground/kernel/query.ts";
import { catalogIdIn } from "../catalogs/index.ts";
import { MediaBuyStatus } from "../media-buys/index.ts";
import { MediaBuyOperation } from "../media-buys/operations/index.ts";
import { PacingPeriods } from "./pacing/pacing-periods.ts";
import { readCursor } from "./reading/cursor.ts";
import { AudienceChange, AudienceConfig } from "./targeting/audiences.ts";
import { PerformanceConfig } from "./targeting/optimization-goal.ts";
import { Constraints, FrequencyCaps, UtmConfig } from "./targeting/targeting.ts";

export const Status = z.enum(["DRAFT", "ACTIVE", "PAUSED", "COMPLETED", "CANCELED", "ARCHIVED"]);
export const Pacing = z.enum(["EVEN", "ASAP", "FRONTLOADED"]);
export const Mode = z.enum(["discovery", "performance"]);
export const ApplyMode = z.enum(["AUTO", "MANUAL"]);

const Name = z.string().trim().min(1).max(255);
const Brief = z.string().max(5000);
const DiscoveryId = z.string().min(1).max(128);
const CatalogId = catalogIdIn.describe("One of the advertiser's catalogs: 12, or cat_12");
const StorefrontIds = z
  .array(integerId("a storefront id"))
  .max(50)
  .describe("Restricts discovery to these; empty: no restriction");

const BudgetChange = z.object({
  total: amountInput.optional().describe("In major units of the currency"),
  currency: currencyInput.optional().describe("Must belong to the advertiser"),
  dailyCap: amountInput.nullable().optional(),
  pacing: Pacing.optional(),
});

/** Optional settings, the same for creating and changing a campaign. */
const settings = {
  brief: Brief.optional(),
  constraints: Constraints.optional(),
  discoveryId: DiscoveryId.optional(),
  storefrontIds: StorefrontIds.optional(),
  performanceConfig: PerformanceConfig.optional(),
  optimizationApplyMode: ApplyMode.optional(),
  utmConfig: UtmConfig.optional(),
  pacingPeriods: PacingPeriods.optional(),
  frequencyCaps: FrequencyCaps.optional(),
};

export const NewCampaignBody = z
  .object({
    ...settings,
    advertiserId: integerId("advertiserId"),
    name: Name,
    flightDates,
    budget: BudgetChange.extend({ total: amountInput }),
    productIds: z
      .array(z.string().min(1).max(512))
      .max(100)
      .optional()
      .describe("Selected in the discovery immediately"),
    audienceConfig: AudienceConfig.optional(),
    catalogId: CatalogId.nullable().optional(),
    mode: Mode.default("discovery"),
  })
  .refine(({ productIds, discoveryId }) => !productIds?.length || discoveryId !== undefined, {
    path: ["productIds"],
    message: "products are selected in a discovery: send its discoveryId too",
  })
  .refine(({ mode, performanceConfig }) => mode !== "performance" || performanceConfig !== undefined, {
    path: ["performanceConfig"],
    message: "a performance campaign needs its goals",
  })
  .meta({ id: "NewCampaign" });

export const CampaignChangeBody = z
  .object({
    ...settings,
    name: Name.optional(),
    flightDates: flightDates.optional(),
    budget: BudgetChange.optional(),
    audienceConfig: AudienceChange.optional(),
    catalogId: CatalogId.nullable().optional().describe("Null removes the catalog"),
    performanceConfig: PerformanceConfig.nullable().optional().describe("Null removes the goals"),
    pacingPeriods: PacingPeriods.nullable()
      .optional()
      .describe("Null removes the periods; only before the first execute"),
    mediaBuys: z.array(MediaBuyOperation).max(100).optional().describe("Changes to single media buys"),
  })
  .meta({ id: "CampaignChange" });

export const CampaignPath = z.object({ campaignId: z.string().min(1).max(128) });

/** Unlike most bodies, this one rejects unknown fields (buyer contract a.4). */
export const ExecuteBody = z
  .strictObject({ debug: z.boolean().optional().describe("Include more detail about every failure") })
  .meta({ id: "ExecuteCampaign" });

export const CampaignListQuery = z.object({
  ...takeSkip,
  advertiserId: integerId("advertiserId").optional(),
  name: z.string().max(255).optional().describe("Part of the name, ignoring case"),
  status: queryList(z.enum([...Status.options, "ALL"]))
    .optional()
    .describe("By default DRAFT, ACTIVE and PAUSED; ALL for every status"),
  mediaBuyStatus: queryList(MediaBuyStatus).optional().describe("Campaigns with at least one such media buy"),
  includeArchived: queryBoolean.optional(),
  cursor: z
    .string()
    .max(256)
    .transform((text, refused) => readCursor(text) ?? notACursor(refused))
    .optional()
    .describe("`nextCursor` of the previous page; `skip` is then ignored"),
});

function notACursor(refused: z.core.$RefinementCtx): never {
  refused.addIssue("cursor does not come from a list's answer: start without one");
  return z.NEVER;
}
