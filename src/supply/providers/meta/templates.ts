import type { Template } from "../contract/template.ts";

const COMMON = { version: 1, channels: ["social"], publisherDomain: "facebook.com" } as const;

const IMAGE = { kind: "image", name: "Image" } as const;
const VIDEO = { kind: "video_hosted", name: "Video" } as const;

export const metaTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "awareness",
    name: "Meta reach",
    description:
      "Ads in feeds, stories and reels of Facebook and Instagram, shown to as many people as the budget reaches.",
    formats: [IMAGE, VIDEO],
    pricing: [{ model: "cpm", bid: "optional" }],
    words: ["reach", "awareness", "brand", "facebook", "instagram", "stories", "reels", "feed"],
  },
  {
    ...COMMON,
    id: "video_views",
    name: "Meta video views",
    description: "Video in feeds, stories and reels, billed by views of fifteen seconds or to the end.",
    formats: [VIDEO],
    pricing: [{ model: "cpcv", bid: "optional" }],
    words: ["video", "views", "completion", "thruplay", "reels"],
  },
  {
    ...COMMON,
    id: "traffic",
    name: "Meta traffic",
    description: "Ads in feeds, stories and reels that lead to a website, billed by clicks on the link.",
    formats: [IMAGE, VIDEO],
    pricing: [{ model: "cpc", bid: "optional" }],
    words: ["traffic", "clicks", "website", "visits"],
  },
];

interface Aim {
  readonly objective: string;
  readonly billingEvent: string;
  readonly optimizationGoal: string;
  /** The column with Meta's daily minimum [O minimum_budgets]; which column applies to which objective is [K]. */
  readonly minimum: string;
}

const REACH: Aim = {
  objective: "OUTCOME_AWARENESS",
  billingEvent: "IMPRESSIONS",
  optimizationGoal: "REACH",
  minimum: "min_daily_budget_imp",
};

const AIMS: Readonly<Record<string, Aim>> = {
  awareness: REACH,
  video_views: {
    objective: "OUTCOME_ENGAGEMENT",
    billingEvent: "THRUPLAY",
    optimizationGoal: "THRUPLAY",
    minimum: "min_daily_budget_video_views",
  },
  traffic: {
    objective: "OUTCOME_TRAFFIC",
    billingEvent: "LINK_CLICKS",
    optimizationGoal: "LINK_CLICKS",
    minimum: "min_daily_budget_high_freq",
  },
};

/** A campaign's objective, and its ad sets' optimisation and billing, by template. */
export function aimOf(templateId: string): Aim {
  return AIMS[templateId] ?? REACH;
}
