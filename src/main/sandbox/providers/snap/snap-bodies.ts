import { z } from "zod";
import { instant, whole } from "../frame/checked.ts";

/** Fields that a complete entity contains when it is read, and that writing it does not change: a PUT sends the complete entity [K]. */
const READ_ONLY = {
  id: z.string().optional(),
  created_at: z.unknown().optional(),
  updated_at: z.unknown().optional(),
  delivery_status: z.unknown().optional(),
  effective_status: z.unknown().optional(),
  review_status: z.unknown().optional(),
  review_status_reasons: z.unknown().optional(),
  packaging_status: z.unknown().optional(),
  media_status: z.unknown().optional(),
  file_name: z.unknown().optional(),
  download_link: z.unknown().optional(),
};

/** [O campaigns]: at most 375 characters. */
const name = z.string().min(1).max(375);
const status = z.enum(["ACTIVE", "PAUSED"]);
const MIN_DAILY_MICROS = 5_000_000n;

/** The fields are [O campaigns]. That only name and status are required is [?]. */
export const Campaign = z.strictObject({
  ...READ_ONLY,
  ad_account_id: z.string().optional(),
  name,
  status,
  start_time: instant.optional(),
  end_time: instant.optional(),
  daily_budget_micro: whole.refine((micros) => micros > 0n, "must be positive").optional(),
  lifetime_spend_cap_micro: whole.refine((micros) => micros > 0n, "must be positive").optional(),
  // The material at hand does not list its values [?].
  objective_v2_properties: z.looseObject({ objective_v2_type: z.string().optional() }).optional(),
  objective: z.string().optional(),
  buy_model: z.enum(["AUCTION", "RESERVED"]).optional(),
  regulations: z.looseObject({}).optional(),
  measurement_spec: z.looseObject({}).optional(),
});

/** Goals that need a pixel are those with a pixel in their name [O ad-squads]; that they are refused without one is [K]. */
const isPixelGoal = (goal: string) => goal.startsWith("PIXEL_");

/** The fields and the minimum daily budget are [O ad-squads]; which strategies need a bid is [K]. */
export const AdSquad = z
  .strictObject({
    ...READ_ONLY,
    campaign_id: z.string().optional(),
    name,
    status,
    type: z.enum(["SNAP_ADS", "LENS", "FILTER"]),
    placement_v2: z.looseObject({ config: z.string().optional() }).optional(),
    billing_event: z.literal("IMPRESSION").optional(),
    optimization_goal: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
    bid_strategy: z.enum(["AUTO_BID", "LOWEST_COST_WITH_MAX_BID", "TARGET_COST", "MIN_ROAS"]).optional(),
    bid_micro: whole.optional(),
    daily_budget_micro: whole.refine((micros) => micros >= MIN_DAILY_MICROS, "must be at least 5000000").optional(),
    lifetime_budget_micro: whole.refine((micros) => micros > 0n, "must be positive").optional(),
    targeting: z.looseObject({
      geos: z.array(z.looseObject({ country_code: z.string().length(2).optional() })).min(1),
    }),
    start_time: instant.optional(),
    end_time: instant.optional(),
    pixel_id: z.string().optional(),
    pacing_type: z.string().optional(),
    delivery_constraint: z.string().optional(),
    frequency_cap: z.unknown().optional(),
    conversion_window: z.string().optional(),
    auto_bid: z.boolean().optional(),
  })
  .superRefine((squad, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    const budgets = [squad.daily_budget_micro, squad.lifetime_budget_micro].filter((budget) => budget !== undefined);
    if (budgets.length !== 1)
      say("daily_budget_micro", "give exactly one of daily_budget_micro and lifetime_budget_micro");
    if (squad.lifetime_budget_micro !== undefined && !squad.end_time)
      say("end_time", "is required with a lifetime budget");
    if (isPixelGoal(squad.optimization_goal) && !squad.pixel_id)
      say("pixel_id", "is required for this optimization_goal");
    const needsBid = ["LOWEST_COST_WITH_MAX_BID", "TARGET_COST"].includes(squad.bid_strategy ?? "");
    if (needsBid && squad.bid_micro === undefined) say("bid_micro", "is required for this bid_strategy");
  });

/** [T k0va1 cassettes]. */
export const Media = z.strictObject({
  ...READ_ONLY,
  ad_account_id: z.string().optional(),
  name,
  type: z.enum(["VIDEO", "IMAGE"]),
});

/** [T k0va1 cassettes]; the table of types is [O ads]. That brand names have at most 25 and headlines at most 34 characters is [K]. */
export const Creative = z.strictObject({
  ...READ_ONLY,
  ad_account_id: z.string().optional(),
  name,
  type: z.enum(["SNAP_AD", "WEB_VIEW", "APP_INSTALL", "DEEP_LINK", "COMMERCIAL", "LONGFORM_VIDEO"]),
  top_snap_media_id: z.string(),
  headline: z.string().max(34).optional(),
  brand_name: z.string().max(25).optional(),
  shareable: z.boolean().optional(),
  call_to_action: z.string().optional(),
  web_view_properties: z.looseObject({ url: z.url() }).optional(),
  profile_properties: z.looseObject({}).optional(),
  top_snap_crop_position: z.string().optional(),
  forced_view_eligibility: z.string().optional(),
});

/** [O ads]. */
export const Ad = z.strictObject({
  ...READ_ONLY,
  ad_squad_id: z.string(),
  creative_id: z.string(),
  name,
  type: z.enum(["SNAP_AD", "REMOTE_WEBPAGE", "APP_INSTALL", "DEEP_LINK", "LONGFORM_VIDEO", "STORY"]),
  status,
  paying_advertiser_name: z.string().optional(),
  third_party_paid_impression_tracking_urls: z.unknown().optional(),
  third_party_swipe_tracking_urls: z.unknown().optional(),
});
