import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn, microsOf } from "../kit/account.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { GOALS } from "./templates.ts";

const LONGEST_NAME = 375;

export function campaignBody(plan: Plan, ctx: JobContext, status: "ACTIVE" | "PAUSED"): Writable {
  return {
    name: tagged(plan.name, tagOf(plan.mediaBuyId), LONGEST_NAME),
    ad_account_id: accountIn(ctx).externalAccountId,
    status,
    start_time: plan.start,
    end_time: plan.end,
    buy_model: "AUCTION",
  };
}

export function squadBody(
  plan: Plan,
  part: PlannedPackage,
  campaignId: string,
  ctx: JobContext,
  status: "ACTIVE" | "PAUSED",
): Writable {
  const { currency } = accountIn(ctx);
  const countries = part.targeting.geo_countries ?? part.countries;
  return {
    name: tagged(plan.name, tagOf(plan.mediaBuyId, part.packageId), LONGEST_NAME),
    campaign_id: campaignId,
    status,
    type: "SNAP_ADS",
    placement_v2: { config: "AUTOMATIC" },
    billing_event: "IMPRESSION",
    optimization_goal: GOALS[part.templateId] ?? "IMPRESSIONS",
    ...(part.bid === null
      ? { bid_strategy: "AUTO_BID" }
      : { bid_strategy: "LOWEST_COST_WITH_MAX_BID", bid_micro: microsOf(part.bid, currency) }),
    lifetime_budget_micro: microsOf(part.budget, currency),
    targeting: { geos: countries.map((country) => ({ country_code: country.toLowerCase() })) },
    start_time: part.start,
    end_time: part.end,
  };
}
