import type { Template } from "../contract/template.ts";

const COMMON = { version: 1, publisherDomain: "google.com" } as const;
const NOT_POLITICAL = "Not for political advertising in the EU, which has to be declared to Google manually.";

/**
 * The campaigns that an API can buy completely. Search needs keywords and Performance Max needs groups of assets,
 * neither of which AdCP can express; video campaigns cannot be created over the API [K].
 */
export const googleTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "demand_gen",
    name: "Google Demand Gen",
    description: `Ads in YouTube, Discover, Gmail, Maps and on the Display network, for people who are likely to click. Requires a square logo in addition to the picture. ${NOT_POLITICAL}`,
    channels: ["display", "social"],
    formats: [{ kind: "image", name: "Landscape image with a logo" }],
    pricing: [{ model: "cpc", bid: "required" }],
    words: ["traffic", "clicks", "discover", "gmail", "maps", "demand", "website", "visits"],
  },
  {
    ...COMMON,
    id: "demand_gen_video",
    name: "Google Demand Gen video",
    description: `Video ads in YouTube, Shorts and Discover, for people who are likely to click. The video must be on YouTube; requires a square logo as well. ${NOT_POLITICAL}`,
    channels: ["olv", "social"],
    formats: [{ kind: "video_hosted", name: "Video on YouTube with a logo" }],
    pricing: [{ model: "cpc", bid: "required" }],
    words: ["video", "youtube", "shorts", "views", "demand"],
  },
  {
    ...COMMON,
    id: "display",
    name: "Google Display network",
    description: `Image ads in standard sizes on the websites and apps of Google's Display network. ${NOT_POLITICAL}`,
    channels: ["display"],
    formats: [{ kind: "image", name: "Image of a usual size" }],
    pricing: [
      { model: "vcpm", bid: "required" },
      { model: "cpc", bid: "required" },
    ],
    words: ["display", "banner", "websites", "reach", "awareness", "network"],
  },
];

/** How a template is bought: the type of campaign, and where its locations are set. */
export interface CampaignSettings {
  readonly channel: "DEMAND_GEN" | "DISPLAY";
  readonly placesAt: "campaign" | "ad_group";
  readonly adGroupType: string | undefined;
}

const DEMAND_GEN: CampaignSettings = { channel: "DEMAND_GEN", placesAt: "ad_group", adGroupType: undefined };
const DISPLAY: CampaignSettings = { channel: "DISPLAY", placesAt: "campaign", adGroupType: "DISPLAY_STANDARD" };

export function mannerOf(templateId: string): CampaignSettings {
  return templateId === "display" ? DISPLAY : DEMAND_GEN;
}
