import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { numberOf, subtract } from "../../ground/kernel/money.ts";
import { integerId, queryBoolean, queryList, takeSkip } from "../../ground/kernel/query.ts";
import { allocatedOf, MediaBuyView, viewOfMediaBuy } from "../media-buys/index.ts";
import { PerformanceConfig } from "./optimization-goal.ts";
import { PacingPeriods } from "./pacing-periods.ts";
import type { WholeCampaign } from "./read-campaigns.ts";
import { AudienceChange, AudienceConfig, Constraints, FrequencyCaps, UtmConfig } from "./targeting.ts";
import { whyOf } from "./why.ts";

export const Status = z.enum(["DRAFT", "ACTIVE", "PAUSED", "COMPLETED", "CANCELED", "ARCHIVED"]);
const MediaBuyStatus = z.enum([
  "DRAFT",
  "PENDING_APPROVAL",
  "INPUT_REQUIRED",
  "ACTIVE",
  "PAUSED",
  "COMPLETED",
  "CANCELED",
  "FAILED",
  "REJECTED",
  "ARCHIVED",
]);
export const Pacing = z.enum(["EVEN", "ASAP", "FRONTLOADED"]);
export const Mode = z.enum(["discovery", "performance"]);
export const ApplyMode = z.enum(["AUTO", "MANUAL"]);

const Name = z.string().trim().min(1).max(255);
const Brief = z.string().max(5000);
const DiscoveryId = z.string().min(1).max(128);
/** No JSON number holds more digits of any currency exactly. */
const amount = z.number().positive().max(1e12);
const StorefrontIds = z.array(integerId("a storefront id")).max(50).describe("Restricts discoveries; empty for all");

const FlightInput = z
  .object({ startDate: z.iso.datetime({ offset: true }), endDate: z.iso.datetime({ offset: true }) })
  .refine(({ startDate, endDate }) => new Date(endDate) > new Date(startDate), {
    path: ["endDate"],
    message: "a flight ends after it starts",
  });

const BudgetChange = z.object({
  total: amount.optional().describe("Major units of the currency"),
  currency: currencyInput.optional().describe("The advertiser's; another is refused"),
  dailyCap: amount.nullable().optional(),
  pacing: Pacing.optional(),
});

/** What creating and changing have in common; all of it may be left out. */
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
    flightDates: FlightInput,
    budget: BudgetChange.extend({ total: amount }),
    productIds: z.array(z.string().min(1).max(512)).max(100).optional().describe("Selected in the discovery at once"),
    audienceConfig: AudienceConfig.optional(),
    catalogId: integerId("catalogId").optional(),
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

const MediaBuyChange = z.object({
  mediaBuyId: z.string().min(1).max(128),
  action: z.enum(["update", "cancel", "delete"]).default("update"),
  packageIds: z.array(z.string().max(128)).max(100).optional(),
  reason: z.string().max(1000).optional(),
});

export const CampaignChangeBody = z
  .object({
    ...settings,
    name: Name.optional(),
    flightDates: FlightInput.optional(),
    budget: BudgetChange.optional(),
    audienceConfig: AudienceChange.optional(),
    catalogId: integerId("catalogId").nullable().optional(),
    mediaBuys: z.array(MediaBuyChange).max(100).optional(),
  })
  .meta({ id: "CampaignChange" });

export const CampaignPath = z.object({ campaignId: z.string().min(1).max(128) });

/** Unlike most bodies this one tolerates nothing that it does not know (buyer contract a.4). */
export const ExecuteBody = z
  .strictObject({ debug: z.boolean().optional().describe("Tells more about every failure") })
  .meta({ id: "ExecuteCampaign" });

export const CampaignListQuery = z.object({
  ...takeSkip,
  advertiserId: integerId("advertiserId").optional(),
  name: z.string().max(255).optional().describe("Part of the name, in any case"),
  status: queryList(z.enum([...Status.options, "ALL"]))
    .optional()
    .describe("DRAFT, ACTIVE and PAUSED unless said; ALL for every status"),
  mediaBuyStatus: queryList(MediaBuyStatus).optional().describe("Those with at least one such media buy"),
  includeArchived: queryBoolean.optional(),
});

export const CampaignView = z
  .object({
    campaignId: z.string(),
    advertiserId: z.string(),
    name: z.string(),
    status: Status,
    mode: Mode,
    why: z
      .object({
        waitingOn: z.enum(["buyer", "seller", "platform"]).nullable().describe("Null where nobody is waited for"),
        reason: z.string(),
        since: z.iso.datetime().optional(),
        nextStep: z.string(),
        mediaBuyId: z.string().optional().describe("The media buy that it hangs on"),
      })
      .nullable()
      .describe("Why it does not run; null while it runs, and when it is over"),
    brief: z.string().optional(),
    flightDates: z.object({ startDate: z.iso.datetime(), endDate: z.iso.datetime() }),
    budget: z.object({
      total: z.number(),
      currency: z.string(),
      dailyCap: z.number().optional(),
      pacing: Pacing,
    }),
    allocatedBudget: z.number().describe("Held by media buys that are not over"),
    unallocatedBudget: z.number(),
    constraints: Constraints.optional(),
    storefronts: z.array(z.object({ id: z.int(), platformId: z.string(), name: z.string() })).optional(),
    optimizationApplyMode: ApplyMode,
    performanceConfig: PerformanceConfig.optional(),
    audienceConfig: AudienceConfig.optional(),
    catalogId: z.int().optional(),
    utmConfig: UtmConfig.optional(),
    frequencyCaps: FrequencyCaps.optional(),
    pacingPeriods: PacingPeriods.optional(),
    discoveryId: z.string().optional(),
    productCount: z.int().optional().describe("While it is a draft"),
    products: z
      .array(z.object({ productId: z.string() }))
      .optional()
      .describe("While it is a draft"),
    mediaBuys: z.array(MediaBuyView),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Campaign" });

export function viewOf({
  campaign,
  selectedProductIds,
  storefronts,
  mediaBuys,
}: WholeCampaign): z.input<typeof CampaignView> {
  const { budget, flight, status } = campaign;
  const allocated = allocatedOf(mediaBuys, budget.currency);
  const buys = mediaBuys.map(viewOfMediaBuy);
  const { constraints, performanceConfig, audienceConfig, utmParams, frequencyCaps, pacingPeriods } = campaign;
  return {
    campaignId: campaign.campaignId,
    advertiserId: String(campaign.advertiserId),
    name: campaign.name,
    status,
    mode: campaign.mode,
    why: whyOf(campaign, buys),
    flightDates: { startDate: flight.start.toISOString(), endDate: flight.end.toISOString() },
    budget: {
      total: numberOf(budget.total),
      currency: budget.currency,
      ...(budget.dailyCap !== null && { dailyCap: numberOf(budget.dailyCap) }),
      pacing: budget.pacing,
    },
    allocatedBudget: numberOf(allocated),
    unallocatedBudget: numberOf(subtract(budget.total, allocated)),
    optimizationApplyMode: campaign.optimizationApplyMode,
    ...(campaign.brief !== null && { brief: campaign.brief }),
    ...(constraints && { constraints }),
    ...(performanceConfig && { performanceConfig }),
    ...(audienceConfig && { audienceConfig }),
    ...(utmParams && { utmConfig: { params: [...utmParams] } }),
    ...(frequencyCaps && { frequencyCaps }),
    ...(pacingPeriods && { pacingPeriods }),
    ...(storefronts.length > 0 && { storefronts: [...storefronts] }),
    ...(campaign.catalogId !== null && { catalogId: campaign.catalogId }),
    ...(campaign.discoveryId !== null && { discoveryId: campaign.discoveryId }),
    ...(status === "DRAFT" && productsOf(selectedProductIds)),
    mediaBuys: buys,
    createdAt: campaign.createdAt.toISOString(),
    updatedAt: campaign.updatedAt.toISOString(),
  };
}

function productsOf(productIds: readonly string[]) {
  return { productCount: productIds.length, products: productIds.map((productId) => ({ productId })) };
}
