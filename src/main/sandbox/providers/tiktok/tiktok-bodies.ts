import { z } from "zod";

/** TikTok's amounts are decimals in major units, as JSON numbers [S]. */
const amount = z.number().min(0);
/** Ids are strings in v1.3; a number counts as a wrong type [T]. */
const id = z.string().regex(/^\d+$/);
const name = z.string().min(1).max(512);
const operationStatus = z.enum(["ENABLE", "DISABLE"]);
const budgetMode = z.enum([
  "BUDGET_MODE_DAY",
  "BUDGET_MODE_TOTAL",
  "BUDGET_MODE_INFINITE",
  "BUDGET_MODE_DYNAMIC_DAILY_BUDGET",
]);
/** `2026-11-02 00:00:00`; that it is in UTC rather than in the account's time zone is [K]. */
const time = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);

/** [S CampaignCreateBody]. */
export const Campaign = z.strictObject({
  advertiser_id: id,
  campaign_name: name,
  objective_type: z.enum([
    "TRAFFIC",
    "REACH",
    "VIDEO_VIEWS",
    "ENGAGEMENT",
    "PRODUCT_SALES",
    "WEB_CONVERSIONS",
    "APP_PROMOTION",
    "LEAD_GENERATION",
  ]),
  budget_mode: budgetMode.optional(),
  budget: amount.optional(),
  budget_optimize_on: z.boolean().optional(),
  operation_status: operationStatus.optional(),
  special_industries: z.array(z.string()).optional(),
  request_id: z.string().optional(),
});

const adGroupFields = {
  adgroup_name: name,
  placement_type: z.enum(["PLACEMENT_TYPE_AUTOMATIC", "PLACEMENT_TYPE_NORMAL"]).optional(),
  placements: z.array(z.string()).optional(),
  location_ids: z.array(id).min(1),
  billing_event: z.enum(["CPM", "CPC", "CPV", "OCPM"]),
  optimization_goal: z.string().regex(/^[A-Z_]+$/),
  bid_type: z.enum(["BID_TYPE_NO_BID", "BID_TYPE_CUSTOM"]).optional(),
  bid_price: amount.optional(),
  budget_mode: budgetMode,
  budget: amount.optional(),
  schedule_type: z.enum(["SCHEDULE_START_END", "SCHEDULE_FROM_NOW"]),
  schedule_start_time: time.optional(),
  schedule_end_time: time.optional(),
  pacing: z.string().optional(),
  promotion_type: z.string().optional(),
  identity_id: z.string().optional(),
  identity_type: z.string().optional(),
  identity_authorized_bc_id: z.string().optional(),
  pixel_id: z.string().optional(),
  operation_status: operationStatus.optional(),
  frequency: z.int().optional(),
  frequency_schedule: z.int().optional(),
  languages: z.array(z.string()).optional(),
  gender: z.string().optional(),
  age_groups: z.array(z.string()).optional(),
  brand_safety_type: z.string().optional(),
  conversion_bid_price: amount.optional(),
};

/** [S AdgroupCreateBody]. */
export const AdGroup = z.strictObject({
  advertiser_id: id,
  campaign_id: id,
  ...adGroupFields,
  request_id: z.string().optional(),
});

/** The fields of a creative are [K]. */
export const Ads = z.strictObject({
  advertiser_id: id,
  adgroup_id: id,
  creatives: z
    .array(
      z.strictObject({
        ad_name: name,
        identity_type: z.string(),
        identity_id: z.string(),
        ad_format: z.string().optional(),
        video_id: z.string().optional(),
        image_ids: z.array(z.string()).optional(),
        ad_text: z.string().max(100).optional(),
        call_to_action: z.string().optional(),
        landing_page_url: z.url().optional(),
        display_name: z.string().optional(),
        operation_status: operationStatus.optional(),
        tracking_pixel_id: z.string().optional(),
        impression_tracking_url: z.string().optional(),
        click_tracking_url: z.string().optional(),
        music_id: z.string().optional(),
        creative_type: z.string().optional(),
      }),
    )
    .min(1)
    .max(20),
});

export const CampaignUpdate = Campaign.partial().required({ advertiser_id: true }).extend({ campaign_id: id });
export const AdGroupUpdate = AdGroup.partial().required({ advertiser_id: true }).extend({ adgroup_id: id });
export const ImageUpload = z.strictObject({
  advertiser_id: id,
  upload_type: z.literal("UPLOAD_BY_URL"),
  file_name: z.string().optional(),
  image_url: z.url(),
});
export const VideoUpload = z.strictObject({
  advertiser_id: id,
  upload_type: z.literal("UPLOAD_BY_URL"),
  file_name: z.string().optional(),
  video_url: z.url(),
});

const status = z.enum(["ENABLE", "DISABLE", "DELETE"]);
export const STATUS_UPDATES = {
  campaign: z.strictObject({ advertiser_id: id, campaign_ids: z.array(id).min(1), operation_status: status }),
  adgroup: z.strictObject({ advertiser_id: id, adgroup_ids: z.array(id).min(1), operation_status: status }),
  ad: z.strictObject({ advertiser_id: id, ad_ids: z.array(id).min(1), operation_status: status }),
};
