import { z } from "zod";
import { whole } from "../frame/checked.ts";

const account = z.string().regex(/^\d{1,18}$/);
const name = z.string().min(1).max(255);
const status = z.enum(["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT"]);
/** Unix seconds [S]. */
const seconds = z.int().min(0).nullish();
const micros = whole.nullish();

/** [S]; SALES and LEADS replace objectives that are being retired [O]. The old ones are refused here, because production has already changed. */
export const Campaign = z
  .strictObject({
    id: z.string().optional(),
    ad_account_id: account,
    name,
    objective_type: z.enum(["AWARENESS", "CONSIDERATION", "VIDEO_COMPLETION", "SALES", "LEADS"]),
    status: status.optional(),
    daily_spend_cap: micros,
    lifetime_spend_cap: micros,
    start_time: seconds,
    end_time: seconds,
    is_campaign_budget_optimization: z.boolean().nullish(),
    is_flexible_daily_budgets: z.boolean().nullish(),
    is_performance_plus: z.boolean().nullish(),
    intended_promotion_type: z.string().optional(),
    order_line_id: z.string().nullish(),
    tracking_urls: z.unknown().optional(),
  })
  .refine(
    ({ daily_spend_cap: daily, lifetime_spend_cap: lifetime }) =>
      (daily ?? null) === null || (lifetime ?? null) === null,
    {
      path: ["daily_spend_cap"],
      message: "give one of daily_spend_cap and lifetime_spend_cap",
    },
  );

export const AdGroup = z
  .strictObject({
    id: z.string().optional(),
    ad_account_id: account.optional(),
    campaign_id: z.string(),
    name,
    status: status.optional(),
    billable_event: z.enum(["CLICKTHROUGH", "IMPRESSION", "VIDEO_V_50_MRC"]),
    budget_in_micro_currency: micros,
    budget_type: z.enum(["DAILY", "LIFETIME", "CBO_ADGROUP"]).optional(),
    bid_in_micro_currency: micros,
    bid_strategy_type: z.enum(["AUTOMATIC_BID", "MAX_BID", "TARGET_AVG"]).nullish(),
    placement_group: z.enum(["ALL", "SEARCH", "BROWSE", "OTHER"]).optional(),
    pacing_delivery_type: z.enum(["STANDARD", "ACCELERATED"]).optional(),
    targeting_spec: z.looseObject({}).optional(),
    auto_targeting_enabled: z.boolean().optional(),
    start_time: seconds,
    end_time: seconds,
    optimization_goal_metadata: z.unknown().optional(),
    tracking_urls: z.unknown().optional(),
  })
  .superRefine((group, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    // A LIFETIME budget requires an end [S].
    if (group.budget_type === "LIFETIME" && (group.end_time ?? null) === null)
      say("end_time", "is required with a LIFETIME budget");
    if (
      group.budget_type !== "CBO_ADGROUP" &&
      !(typeof group.budget_in_micro_currency === "bigint" && group.budget_in_micro_currency > 0n)
    )
      say("budget_in_micro_currency", "must be positive");
    if (group.bid_strategy_type === "MAX_BID" && (group.bid_in_micro_currency ?? null) === null)
      say("bid_in_micro_currency", "is required with MAX_BID");
  });

export const Ad = z.strictObject({
  id: z.string().optional(),
  ad_group_id: z.string(),
  pin_id: z.string(),
  creative_type: z.enum(["REGULAR", "VIDEO", "CAROUSEL", "SHOPPING", "IDEA", "COLLECTION"]),
  name: name.nullish(),
  status: status.optional(),
  destination_url: z.string().nullish(),
  click_tracking_url: z.string().nullish(),
  view_tracking_url: z.string().nullish(),
  tracking_urls: z.unknown().optional(),
  is_pin_deleted: z.boolean().optional(),
});

export const Pin = z.strictObject({
  board_id: z.string(),
  title: z.string().max(100).nullish(),
  description: z.string().nullish(),
  link: z.string().nullish(),
  alt_text: z.string().nullish(),
  // Visible to its creator only [S].
  note: z.string().max(500).nullish(),
  media_source: z.discriminatedUnion("source_type", [
    z.strictObject({ source_type: z.literal("image_url"), url: z.url() }),
    z.strictObject({ source_type: z.literal("image_base64"), content_type: z.string(), data: z.base64() }),
    z.strictObject({
      source_type: z.literal("video_id"),
      media_id: z.string(),
      cover_image_url: z.string().optional(),
      cover_image_content_type: z.string().optional(),
      cover_image_data: z.string().optional(),
    }),
  ]),
});
export const Board = z.looseObject({ name: z.string().min(1) });
export const Media = z.strictObject({ media_type: z.literal("video") });
