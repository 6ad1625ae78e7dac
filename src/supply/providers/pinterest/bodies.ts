import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn, microsOf } from "../kit/account.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { aimOf } from "./templates.ts";

export const LONGEST_NAME = 255;

type Fields = Readonly<Record<string, Writable>>;

/** The budgets belong to the ad groups. */
export function campaignFields(plan: Plan, ctx: JobContext): Fields {
  return {
    ad_account_id: accountIn(ctx).externalAccountId,
    name: tagged(plan.name, tagOf(plan.mediaBuyId), LONGEST_NAME),
    objective_type: aimOf(plan.packages[0]?.templateId ?? "").objective,
    status: "PAUSED",
    is_campaign_budget_optimization: false,
  };
}

/** The billing event and the kind of budget cannot be changed later [S]. */
export function groupFields(plan: Plan, part: PlannedPackage, campaignId: string, ctx: JobContext): Fields {
  return {
    ad_account_id: accountIn(ctx).externalAccountId,
    campaign_id: campaignId,
    name: tagged(plan.name, tagOf(plan.mediaBuyId, part.packageId), LONGEST_NAME),
    status: "PAUSED",
    billable_event: aimOf(part.templateId).billableEvent,
    budget_type: "LIFETIME",
    placement_group: "ALL",
    ...changeable(part, ctx),
  };
}

/** The fields of an ad group that can change later. */
export function changeable(part: PlannedPackage, ctx: JobContext): Fields {
  const { currency } = accountIn(ctx);
  return {
    ...(part.bid === null
      ? { bid_strategy_type: "AUTOMATIC_BID" }
      : { bid_strategy_type: "MAX_BID", bid_in_micro_currency: microsOf(part.bid, currency) }),
    budget_in_micro_currency: microsOf(part.budget, currency),
    pacing_delivery_type: part.pacing === "even" ? "STANDARD" : "ACCELERATED",
    targeting_spec: { LOCATION: part.targeting.geo_countries ?? part.countries },
    start_time: secondsOf(part.start),
    end_time: secondsOf(part.end),
  };
}

function secondsOf(iso: string): number {
  return Math.floor(new Date(iso).getTime() / 1_000);
}
