import { z } from "zod";
import { instant } from "../frame/checked.ts";

/** In forms everything is text: whole minor units are sent as digits, or as a number in JSON [K]. */
const minor = z.union([z.string().regex(/^\d{1,15}$/), z.int().min(0), z.bigint()]).transform(BigInt);
const bool = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);
/** ISO 8601 or seconds since 1970 [K]. */
const time = z.union([
  instant,
  z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{4}$/),
  z.string().regex(/^\d{9,10}$/),
  z.int(),
]);
const name = z.string().min(1).max(400);
/** [S] enums. */
const status = z.enum(["ACTIVE", "PAUSED", "ARCHIVED", "DELETED"]);
const BID_STRATEGIES = [
  "LOWEST_COST_WITHOUT_CAP",
  "LOWEST_COST_WITH_BID_CAP",
  "COST_CAP",
  "LOWEST_COST_WITH_MIN_ROAS",
] as const;
const options = { execution_options: z.array(z.string()).optional() };

/** [O ad-campaign-group], [S campaign.js]. */
export const Campaign = z.strictObject({
  ...options,
  name,
  objective: z.enum([
    "OUTCOME_AWARENESS",
    "OUTCOME_TRAFFIC",
    "OUTCOME_ENGAGEMENT",
    "OUTCOME_LEADS",
    "OUTCOME_SALES",
    "OUTCOME_APP_PROMOTION",
  ]),
  status: status.optional(),
  special_ad_categories: z.array(
    z.enum([
      "NONE",
      "EMPLOYMENT",
      "HOUSING",
      "CREDIT",
      "ISSUES_ELECTIONS_POLITICS",
      "ONLINE_GAMBLING_AND_GAMING",
      "FINANCIAL_PRODUCTS_SERVICES",
    ]),
  ),
  special_ad_category_country: z.array(z.string()).optional(),
  buying_type: z.enum(["AUCTION", "RESERVED"]).optional(),
  daily_budget: minor.optional(),
  lifetime_budget: minor.optional(),
  spend_cap: minor.optional(),
  bid_strategy: z.enum(BID_STRATEGIES).optional(),
  is_adset_budget_sharing_enabled: bool.optional(),
  start_time: time.optional(),
  stop_time: time.optional(),
});

/** [S ad-set.js]; that targeting must contain a location is [K]. */
export const AdSet = z.strictObject({
  ...options,
  name,
  campaign_id: z.string().regex(/^\d+$/),
  status: status.optional(),
  billing_event: z.enum(["IMPRESSIONS", "LINK_CLICKS", "THRUPLAY", "CLICKS", "PAGE_LIKES", "POST_ENGAGEMENT"]),
  optimization_goal: z.enum([
    "REACH",
    "IMPRESSIONS",
    "LINK_CLICKS",
    "LANDING_PAGE_VIEWS",
    "THRUPLAY",
    "OFFSITE_CONVERSIONS",
    "LEAD_GENERATION",
    "POST_ENGAGEMENT",
    "AD_RECALL_LIFT",
    "VALUE",
    "APP_INSTALLS",
  ]),
  bid_strategy: z.enum(BID_STRATEGIES).optional(),
  bid_amount: minor.optional(),
  daily_budget: minor.optional(),
  lifetime_budget: minor.optional(),
  start_time: time.optional(),
  end_time: time.optional(),
  targeting: z.looseObject({ geo_locations: z.looseObject({}) }),
  promoted_object: z.looseObject({}).optional(),
  destination_type: z.string().optional(),
  dsa_beneficiary: z.string().optional(),
  dsa_payor: z.string().optional(),
  attribution_spec: z.unknown().optional(),
  pacing_type: z.array(z.string()).optional(),
  frequency_control_specs: z.unknown().optional(),
});

/** A creative requires a Page [S fields]. */
export const Creative = z.strictObject({
  ...options,
  name: name.optional(),
  object_story_spec: z.looseObject({ page_id: z.string(), instagram_user_id: z.string().optional() }),
  url_tags: z.string().optional(),
  degrees_of_freedom_spec: z.unknown().optional(),
  asset_feed_spec: z.unknown().optional(),
});

export const Ad = z.strictObject({
  ...options,
  name,
  adset_id: z.string().regex(/^\d+$/),
  creative: z.looseObject({ creative_id: z.string() }),
  status: status.optional(),
  tracking_specs: z.unknown().optional(),
});
