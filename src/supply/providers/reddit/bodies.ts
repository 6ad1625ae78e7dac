import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn, microsOf } from "../kit/account.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { aimOf } from "./templates.ts";

export const LONGEST_NAME = 255;

type Fields = Readonly<Record<string, Writable>>;

/** The budgets belong to the ad groups. */
export function campaignFields(plan: Plan): Fields {
  return {
    name: tagged(plan.name, tagOf(plan.mediaBuyId), LONGEST_NAME),
    objective: aimOf(plan.packages[0]?.templateId ?? "").objective,
    configured_status: "PAUSED",
  };
}

interface ParentIds {
  readonly campaignId: string;
  readonly pixelId: string;
}

export function groupFields(
  plan: Plan,
  part: PlannedPackage,
  { campaignId, pixelId }: ParentIds,
  ctx: JobContext,
): Fields {
  return {
    campaign_id: campaignId,
    name: tagged(plan.name, tagOf(plan.mediaBuyId, part.packageId), LONGEST_NAME),
    configured_status: "PAUSED",
    bid_type: aimOf(part.templateId).bidType,
    goal_type: "LIFETIME_SPEND",
    conversion_pixel_id: pixelId,
    ...changeable(part, ctx),
  };
}

/** The fields of an ad group that can change later. */
export function changeable(part: PlannedPackage, ctx: JobContext): Fields {
  const { currency } = accountIn(ctx);
  return {
    ...(part.bid === null
      ? { bid_strategy: "BIDLESS" }
      : { bid_strategy: "MANUAL_BIDDING", bid_value: microsOf(part.bid, currency) }),
    goal_value: microsOf(part.budget, currency),
    start_time: part.start,
    end_time: part.end,
    targeting: { geolocations: part.targeting.geo_countries ?? part.countries },
  };
}
