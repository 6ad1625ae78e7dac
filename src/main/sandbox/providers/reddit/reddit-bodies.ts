import { z } from "zod";
import { instant, whole } from "../frame/checked.ts";

// Everything here is second-hand, from [T selalipop/reddit-ad-sdk], which follows a specification of September 2025.
const id = z.string().min(1);
const name = z.string().min(1).max(255);
const status = z.enum(["ACTIVE", "PAUSED", "ARCHIVED", "DELETED"]);
const micros = whole.refine((amount) => amount > 0n, "must be positive");

export const Campaign = z
  .strictObject({
    name,
    objective: z.enum([
      "IMPRESSIONS",
      "CLICKS",
      "CONVERSIONS",
      "VIDEO_VIEWABLE_IMPRESSIONS",
      "APP_INSTALLS",
      "CATALOG_SALES",
      "LEAD_GENERATION",
    ]),
    configured_status: status.optional(),
    funding_instrument_id: id.nullish(),
    spend_cap: micros.nullish(),
    special_ad_categories: z.array(z.string()).optional(),
    is_campaign_budget_optimization: z.boolean().optional(),
    goal_type: z.enum(["DAILY_SPEND", "LIFETIME_SPEND"]).nullish(),
    goal_value: micros.nullish(),
    invoice_label: z.string().nullish(),
  })
  // Goals are only allowed with campaign budget optimisation.
  .refine(({ goal_type: goal, is_campaign_budget_optimization: cbo }) => (goal ?? null) === null || cbo === true, {
    path: ["goal_type"],
    message: "goes with campaign budget optimization alone",
  });

export const AdGroup = z
  .strictObject({
    campaign_id: id,
    name,
    configured_status: status.optional(),
    bid_strategy: z.enum(["BIDLESS", "MANUAL_BIDDING", "MAXIMIZE_VOLUME", "TARGET_CPX"]),
    bid_type: z.enum(["CPC", "CPM", "CPV", "CPV6"]).optional(),
    bid_value: micros.nullish(),
    goal_type: z.enum(["DAILY_SPEND", "LIFETIME_SPEND"]).nullish(),
    goal_value: micros.nullish(),
    optimization_goal: z.string().nullish(),
    start_time: instant.nullish(),
    end_time: instant.nullish(),
    targeting: z.looseObject({}).optional(),
    conversion_pixel_id: z.string().nullish(),
    schedule: z.unknown().optional(),
    view_through_conversion_type: z.string().nullish(),
  })
  .superRefine((group, ctx) => {
    const say = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (group.bid_strategy === "MANUAL_BIDDING" && (group.bid_value ?? null) === null)
      say("bid_value", "is required with MANUAL_BIDDING");
    if (group.goal_type === "LIFETIME_SPEND" && (group.end_time ?? null) === null)
      say("end_time", "is required with LIFETIME_SPEND");
    // Required since 13 July 2026 [T camlowe].
    if ((group.conversion_pixel_id ?? null) === null) say("conversion_pixel_id", "is required");
    if (
      typeof group.start_time === "string" &&
      typeof group.end_time === "string" &&
      new Date(group.end_time) <= new Date(group.start_time)
    )
      say("end_time", "must be after start_time");
  });

export const Ad = z.strictObject({
  ad_group_id: id,
  post_id: id,
  name,
  click_url: z.url().optional(),
  configured_status: status.optional(),
  event_trackers: z.array(z.looseObject({})).optional(),
});

export const Post = z.strictObject({
  headline: z.string().min(1).max(300),
  type: z.enum(["IMAGE", "VIDEO", "TEXT", "CAROUSEL"]),
  content: z.array(
    z.strictObject({
      media_url: z.url().optional(),
      destination_url: z.url().optional(),
      call_to_action: z.string().optional(),
      caption: z.string().optional(),
    }),
  ),
  allow_comments: z.boolean().optional(),
});

export const Report = z.strictObject({
  starts_at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/),
  ends_at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/),
  fields: z.array(z.string()).min(1),
  breakdowns: z.array(z.string()).max(3).optional(),
  time_zone_id: z.string().optional(),
});
