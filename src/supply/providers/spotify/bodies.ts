import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn, microsOf } from "../kit/account.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { shapeOf } from "./templates.ts";

export const LONGEST_NAME = 200;
/** An ad set requires a category of GET /ad_categories. The operator decides which one fits the advertisers that buy here. */
const CATEGORY_SETTING = "adCategory";
const FIRST_CATEGORY = "ADV_1_1";

/** A campaign is paused until all of it has been published and read back. */
export function campaignBody({ name, mediaBuyId, packages }: Plan): Writable {
  return {
    name: tagged(name, tagOf(mediaBuyId), LONGEST_NAME),
    delivery_goal_group: packages[0] ? shapeOf(packages[0]).goal : "AWARENESS",
    status: "PAUSED",
  };
}

export function setBody(plan: Plan, part: PlannedPackage, campaignId: string, ctx: JobContext): Writable {
  const { assetFormat } = shapeOf(part);
  return {
    campaign_id: campaignId,
    name: tagged(plan.name, tagOf(plan.mediaBuyId, part.packageId), LONGEST_NAME),
    asset_format: assetFormat,
    category: ctx.settings[CATEGORY_SETTING] ?? FIRST_CATEGORY,
    ...changeable(part, ctx),
  };
}

/** The fields of an ad set that can change later. */
export function changeable(part: PlannedPackage, ctx: JobContext): Readonly<Record<string, Writable>> {
  const { currency } = accountIn(ctx);
  const [country = ""] = part.targeting.geo_countries ?? part.countries;
  return {
    start_time: part.start,
    end_time: part.end,
    budget: { micro_amount: microsOf(part.budget, currency), type: "LIFETIME" },
    targets: { geo_targets: { country_code: country }, placements: shapeOf(part).placements },
    ...bidOf(part, currency),
    delivery: part.paused ? "OFF" : "ON",
  };
}

function bidOf({ bid, pricingModel }: PlannedPackage, currency: string): Readonly<Record<string, Writable>> {
  if (bid === null) return { bid_strategy: "AUTOBID" };
  const strategy = pricingModel === "cpc" ? "COST_PER_RESULT" : "MAX_BID";
  return { bid_strategy: strategy, bid_micro_amount: microsOf(bid, currency) };
}
