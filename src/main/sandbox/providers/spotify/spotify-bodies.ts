import { z } from "zod";
import { whole } from "../frame/checked.ts";

const name = z.string().min(2).max(200);
/** UTC [S]. */
const time = z.iso.datetime();
const delivery = z.enum(["ON", "OFF"]);

/** [S external-v3.yaml]; `objective` is deprecated there. */
export const Campaign = z.strictObject({
  name,
  delivery_goal_group: z.string().optional(),
  objective: z.string().optional(),
  status: z.enum(["ACTIVE", "PAUSED", "ARCHIVED"]).optional(),
  purchase_order: z.string().optional(),
});

/** [S]; bids and budgets are in micros. Minimum budgets are [?]. */
export const AdSet = z
  .strictObject({
    campaign_id: z.string(),
    name,
    start_time: time,
    end_time: time.optional(),
    budget: z.strictObject({
      micro_amount: whole.refine((micros) => micros > 0n, "must be positive"),
      type: z.enum(["DAILY", "LIFETIME"]),
    }),
    asset_format: z.enum(["AUDIO", "VIDEO", "IMAGE", "AUDIO_PODCAST"]),
    category: z.string().regex(/^ADV_\d+_\d+$/),
    targets: z.strictObject({
      age_ranges: z.array(z.looseObject({})).optional(),
      geo_targets: z.looseObject({ country_code: z.string().length(2) }),
      platforms: z.array(z.string()).optional(),
      placements: z.array(z.enum(["MUSIC", "PODCAST", "VIDEO"])).optional(),
      genders: z.array(z.string()).optional(),
      language: z.string().optional(),
      interest_ids: z.array(z.string()).optional(),
      genre_ids: z.array(z.string()).optional(),
    }),
    bid_strategy: z.enum(["MAX_BID", "COST_PER_RESULT", "AUTOBID"]).optional(),
    bid_micro_amount: whole.optional(),
    pacing: z.string().optional(),
    frequency_caps: z.array(z.looseObject({})).optional(),
    delivery: delivery.optional(),
    promotion: z.looseObject({}).optional(),
    ad_product: z.enum(["AUCTION", "CONTENT", "FPMNG"]).optional(),
    reserved_price_id: z.string().optional(),
  })
  .superRefine(({ budget, end_time: end, start_time: start, bid_strategy: strategy, bid_micro_amount: bid }, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (budget.type === "LIFETIME" && end === undefined) say("end_time", "is required with a LIFETIME budget");
    if (end !== undefined && end <= start) say("end_time", "must be after start_time");
    if ((strategy === "MAX_BID" || strategy === "COST_PER_RESULT") && bid === undefined)
      say("bid_micro_amount", "is required for this bid_strategy");
  });

export const Ad = z.strictObject({
  name,
  ad_set_id: z.string(),
  tagline: z.string().max(40).optional(),
  advertiser_name: z.string().min(1).max(25),
  assets: z.strictObject({
    asset_id: z.string(),
    logo_asset_id: z.string().optional(),
    companion_asset_id: z.string().optional(),
  }),
  call_to_action: z.strictObject({
    key: z.string(),
    clickthrough_url: z.url(),
    text: z.string().optional(),
    language: z.string().optional(),
  }),
  third_party_tracking: z.array(z.looseObject({})).optional(),
  delivery: delivery.optional(),
});

export const Asset = z.strictObject({
  asset_type: z.enum(["AUDIO", "VIDEO", "IMAGE"]),
  asset_subtype: z.string().optional(),
  name,
});
export const Action = z.strictObject({
  action: z.enum(["VALIDATE", "PUBLISH"]),
  draft_hierarchy_version: z.union([z.string(), z.int()]),
});
