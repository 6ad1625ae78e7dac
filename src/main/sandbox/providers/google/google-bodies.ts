import { z } from "zod";

/** Int64 in protobuf's JSON: a string of digits, but a number is accepted too [O money as string; K numbers]. */
const micros = z.union([z.string().regex(/^\d{1,18}$/), z.int().min(0), z.bigint()]).transform(BigInt);
const resourceName = z.string().regex(/^customers\/\d+\/\w+\/-?\d+(~-?\d+)?$/);
const name = z.string().min(1).max(255);
const status = z.enum(["ENABLED", "PAUSED"]);
/** `yyyy-MM-dd HH:mm:ss` in the customer's time zone [O]. */
const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
const message = z.looseObject({});

/** [O demand-gen]. */
const CampaignBudget = z.strictObject({
  resourceName: resourceName.optional(),
  name: name.optional(),
  amountMicros: micros.optional(),
  totalAmountMicros: micros.optional(),
  period: z.enum(["DAILY", "CUSTOM_PERIOD"]).optional(),
  deliveryMethod: z.enum(["STANDARD", "ACCELERATED"]).optional(),
  explicitlyShared: z.boolean().optional(),
  type: z.string().optional(),
});

/** A campaign requires one of these [O]; the list itself is [K]. */
export const STRATEGIES = [
  "manualCpc",
  "manualCpm",
  "manualCpv",
  "maximizeConversions",
  "maximizeConversionValue",
  "targetCpa",
  "targetCpc",
  "targetCpm",
  "targetRoas",
  "targetSpend",
  "biddingStrategy",
] as const;

const strategies = Object.fromEntries(
  STRATEGIES.map((one) => [one, (one === "biddingStrategy" ? resourceName : message).optional()]),
);

/** [O create-campaigns]. */
const Campaign = z.strictObject({
  ...strategies,
  resourceName: resourceName.optional(),
  name,
  status: status.optional(),
  advertisingChannelType: z.enum(["SEARCH", "DISPLAY", "VIDEO", "DEMAND_GEN", "PERFORMANCE_MAX", "SHOPPING"]),
  advertisingChannelSubType: z.string().optional(),
  campaignBudget: resourceName,
  containsEuPoliticalAdvertising: z.enum([
    "CONTAINS_EU_POLITICAL_ADVERTISING",
    "DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING",
  ]),
  startDateTime: localTime.optional(),
  endDateTime: localTime.optional(),
  networkSettings: message.optional(),
  geoTargetTypeSetting: message.optional(),
  trackingUrlTemplate: z.string().optional(),
  finalUrlSuffix: z.string().optional(),
  frequencyCaps: z.array(message).optional(),
  biddingStrategyType: z.string().optional(),
});

const AdGroup = z.strictObject({
  resourceName: resourceName.optional(),
  name,
  campaign: resourceName,
  status: status.optional(),
  type: z.string().optional(),
  cpcBidMicros: micros.optional(),
  cpmBidMicros: micros.optional(),
  cpvBidMicros: micros.optional(),
  targetCpaMicros: micros.optional(),
  targetCpmMicros: micros.optional(),
  targetCpcMicros: micros.optional(),
  demandGenAdGroupSettings: message.optional(),
  optimizedTargetingEnabled: z.boolean().optional(),
});

/** Bytes encoded in base64 [K]. */
const Asset = z.strictObject({
  resourceName: resourceName.optional(),
  name: name.optional(),
  type: z.string().optional(),
  finalUrls: z.array(z.string()).optional(),
  imageAsset: z.strictObject({ data: z.base64().min(1), mimeType: z.string().optional() }).optional(),
  youtubeVideoAsset: z
    .strictObject({ youtubeVideoId: z.string(), youtubeVideoTitle: z.string().optional() })
    .optional(),
  textAsset: z.strictObject({ text: z.string() }).optional(),
  callToActionAsset: message.optional(),
});

/** There are many kinds of ad; the schema leaves open which of them this is. */
const AdGroupAd = z.strictObject({
  resourceName: resourceName.optional(),
  adGroup: resourceName,
  status: status.optional(),
  ad: z.looseObject({ name: z.string().optional(), finalUrls: z.array(z.url()).optional() }),
});

const CampaignCriterion = z.looseObject({ campaign: resourceName });
const AdGroupCriterion = z.looseObject({ adGroup: resourceName });

export interface Kind {
  /** The name in GAQL. */
  readonly what: string;
  readonly collection: string;
  /** The name in `campaignOperation` and `campaignResult` of `googleAds:mutate`. */
  readonly key: string;
  readonly body: z.ZodType;
  readonly parent: string | null;
}

export const KINDS: readonly Kind[] = [
  { what: "campaign_budget", collection: "campaignBudgets", key: "campaignBudget", body: CampaignBudget, parent: null },
  { what: "campaign", collection: "campaigns", key: "campaign", body: Campaign, parent: null },
  { what: "ad_group", collection: "adGroups", key: "adGroup", body: AdGroup, parent: "campaign" },
  { what: "asset", collection: "assets", key: "asset", body: Asset, parent: null },
  { what: "ad_group_ad", collection: "adGroupAds", key: "adGroupAd", body: AdGroupAd, parent: "adGroup" },
  {
    what: "campaign_criterion",
    collection: "campaignCriteria",
    key: "campaignCriterion",
    body: CampaignCriterion,
    parent: "campaign",
  },
  {
    what: "ad_group_criterion",
    collection: "adGroupCriteria",
    key: "adGroupCriterion",
    body: AdGroupCriterion,
    parent: "adGroup",
  },
];
