import { z } from "zod";
import { numberOf, subtract } from "../../ground/kernel/money.ts";
import { CoverageView, viewOfCoverage } from "../creatives/index.ts";
import { allocatedOf, MediaBuyStatus, MediaBuyView, viewOfMediaBuy } from "../media-buys/index.ts";
import type { Campaign } from "./campaign.ts";
import { blockerOf } from "./campaign-blocker.ts";
import { PacingPeriods } from "./pacing/pacing-periods.ts";
import type { WholeCampaign } from "./reading/read-campaigns.ts";
import { ApplyMode, Mode, Pacing, Status } from "./schema.ts";
import { AudienceConfig, audienceConfigOf, type CampaignAudience } from "./targeting/audiences.ts";
import { PerformanceConfig } from "./targeting/optimization-goal.ts";
import { Constraints, FrequencyCaps, UtmConfig } from "./targeting/targeting.ts";

export const CampaignView = z
  .object({
    campaignId: z.string(),
    advertiserId: z.string(),
    name: z.string(),
    status: Status,
    mode: Mode,
    management: z.literal("managed").describe("Always managed: campaigns are not mirrored from elsewhere"),
    why: z
      .object({
        waitingOn: z.enum(["buyer", "seller", "platform"]).nullable().describe("Null if it is not waiting for anybody"),
        reason: z.string(),
        since: z.iso.datetime().optional(),
        nextStep: z.string(),
        mediaBuyId: z.string().optional().describe("The media buy that causes it"),
      })
      .nullable()
      .describe("Why it is not running; null while it runs, and when it has ended"),
    brief: z.string().optional(),
    flightDates: z.object({ startDate: z.iso.datetime(), endDate: z.iso.datetime() }),
    budget: z.object({
      total: z.number(),
      currency: z.string(),
      dailyCap: z.number().optional(),
      pacing: Pacing,
    }),
    allocatedBudget: z.number().describe("Allocated to media buys that have not ended"),
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
    audiences: z
      .array(
        z.object({
          audienceId: z.string(),
          name: z.string().nullable(),
          status: z
            .enum(["PROCESSING", "ERROR", "READY", "TOO_SMALL"])
            .describe("PROCESSING: this server does not build audiences"),
          type: z.enum(["TARGET", "SUPPRESS"]),
          enabledAt: z.iso.datetime(),
        }),
      )
      .optional(),
    creativeFormats: CoverageView,
    mediaBuyRefs: z
      .array(z.object({ mediaBuyId: z.string(), status: MediaBuyStatus }))
      .describe("All media buys, in brief"),
    mediaBuys: z.array(MediaBuyView),
    revision: z.int().describe("Increases with every write"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Campaign" });

/** A campaign as shown at the time `now`. */
export function viewOf(whole: WholeCampaign, now: Date): z.input<typeof CampaignView> {
  const { campaign, selectedProductIds, storefronts, mediaBuys, creativeFormats } = whole;
  const { budget, flight, status } = campaign;
  const allocated = allocatedOf(mediaBuys, budget.currency);
  const buys = mediaBuys.map((buy) => viewOfMediaBuy(buy, now));
  return {
    campaignId: campaign.campaignId,
    advertiserId: String(campaign.advertiserId),
    name: campaign.name,
    status,
    mode: campaign.mode,
    management: "managed",
    why: blockerOf(campaign, buys, selectedProductIds.length),
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
    ...settingsOf(campaign),
    ...(storefronts.length > 0 && { storefronts: [...storefronts] }),
    ...(status === "DRAFT" && productsOf(selectedProductIds)),
    creativeFormats: viewOfCoverage(creativeFormats),
    mediaBuyRefs: mediaBuys.map(({ mediaBuyId, status }) => ({ mediaBuyId, status })),
    mediaBuys: buys,
    revision: campaign.revision,
    createdAt: campaign.createdAt.toISOString(),
    updatedAt: campaign.updatedAt.toISOString(),
  };
}

/** The optional settings of a campaign; those that are not set are absent from its view. */
function settingsOf(campaign: Campaign): Partial<z.input<typeof CampaignView>> {
  const { brief, constraints, performanceConfig, utmParams, frequencyCaps, pacingPeriods } = campaign;
  const { audiences, catalogId, discoveryId } = campaign;
  return {
    ...(brief !== null && { brief }),
    ...(constraints && { constraints }),
    ...(performanceConfig && { performanceConfig }),
    ...(audiences.length > 0 && {
      audienceConfig: audienceConfigOf(audiences),
      audiences: audiences.map(audienceView),
    }),
    ...(utmParams && { utmConfig: { params: [...utmParams] } }),
    ...(frequencyCaps && { frequencyCaps }),
    ...(pacingPeriods && { pacingPeriods }),
    ...(catalogId !== null && { catalogId }),
    ...(discoveryId !== null && { discoveryId }),
  };
}

function audienceView({ enabledAt, ...audience }: CampaignAudience) {
  return { ...audience, name: null, status: "PROCESSING" as const, enabledAt: enabledAt.toISOString() };
}

function productsOf(productIds: readonly string[]) {
  return { productCount: productIds.length, products: productIds.map((productId) => ({ productId })) };
}
