import type { Plan, PlannedPackage } from "../contract/plan.ts";
import type { ShowInput } from "../kit/levels/levels.ts";
import { creativeName } from "../kit/levels/show-ad.ts";
import { cut, tagged, tagOf } from "../kit/lookup-tag.ts";
import { Digits, type Writable } from "../kit/lossless.ts";
import type { Ids } from "../kit/tree.ts";
import { locationOf } from "./countries.ts";
import { identityFields } from "./identity.ts";
import { aimOf } from "./templates.ts";

const LONGEST_NAME = 512;
const LONGEST_TEXT = 100;

type Fields = Readonly<Record<string, Writable>>;

/** The budgets belong to the ad groups. */
export function campaignFields({ name, mediaBuyId, packages }: Plan): Fields {
  return {
    campaign_name: tagged(name, tagOf(mediaBuyId), LONGEST_NAME),
    objective_type: aimOf(packages[0]?.templateId ?? "").objective,
    budget_mode: "BUDGET_MODE_INFINITE",
    operation_status: "DISABLE",
  };
}

export function groupFields(plan: Plan, part: PlannedPackage, campaignId: string): Fields {
  const { billing, goal, leads } = aimOf(part.templateId);
  return {
    campaign_id: campaignId,
    adgroup_name: tagged(plan.name, tagOf(plan.mediaBuyId, part.packageId), LONGEST_NAME),
    placement_type: "PLACEMENT_TYPE_NORMAL",
    placements: ["PLACEMENT_TIKTOK"],
    billing_event: billing,
    optimization_goal: goal,
    budget_mode: "BUDGET_MODE_TOTAL",
    schedule_type: "SCHEDULE_START_END",
    schedule_start_time: timeOf(part.start),
    pacing: part.pacing === "even" ? "PACING_MODE_SMOOTH" : "PACING_MODE_FAST",
    ...(leads && { promotion_type: "WEBSITE" }),
    ...changeable(part),
    operation_status: "DISABLE",
  };
}

/** The fields of an ad group that can change later. Amounts are decimal numbers. */
export function changeable({ budget, bid, end, targeting, countries }: PlannedPackage): Fields {
  return {
    budget: new Digits(budget),
    schedule_end_time: timeOf(end),
    location_ids: (targeting.geo_countries ?? countries).flatMap((country) => locationOf(country) ?? []),
    ...(bid === null ? { bid_type: "BID_TYPE_NO_BID" } : { bid_type: "BID_TYPE_CUSTOM", bid_price: new Digits(bid) }),
  };
}

/** `2026-11-02 00:00:00`, in UTC [K]. */
export function timeOf(instant: string): string {
  return instant.slice(0, 19).replace("T", " ");
}

export function adFields(input: ShowInput, ids: Ids): Fields {
  const { assets, facts, name, packageRemoteId } = input;
  const isVideo = assets.media?.kind === "video";
  const creative = {
    ad_name: creativeName(input, LONGEST_NAME),
    ...identityFields(facts.identities[0]?.id ?? ""),
    ad_format: isVideo ? "SINGLE_VIDEO" : "SINGLE_IMAGE",
    ...(isVideo ? { video_id: ids["file"] ?? "" } : { image_ids: [ids["file"] ?? ""] }),
    ad_text: cut(assets.text ?? assets.headline ?? name, LONGEST_TEXT),
    ...(assets.clickUrl !== null && { call_to_action: "LEARN_MORE", landing_page_url: assets.clickUrl }),
    operation_status: "DISABLE",
  };
  return { adgroup_id: packageRemoteId, creatives: [creative] };
}
