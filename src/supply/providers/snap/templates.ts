import type { Template } from "../contract/template.ts";

const COMMON = {
  version: 1,
  channels: ["social"],
  publisherDomain: "snapchat.com",
  // Billing is always by impression, whatever the goal (adapters §7). So products are sold by CPM, and each has its own
  // goal.
  pricing: [{ model: "cpm", bid: "optional" }],
} as const;

const IMAGE = { kind: "image", name: "Vertical image" } as const;
const VIDEO = { kind: "video_hosted", name: "Vertical video" } as const;

export const snapTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "awareness",
    name: "Snap Ads for awareness",
    description:
      "Full-screen vertical ads between Stories and in Discover, shown to as many people as the budget reaches.",
    formats: [IMAGE, VIDEO],
    words: ["reach", "awareness", "brand", "stories", "discover", "young"],
  },
  {
    ...COMMON,
    id: "video_views",
    name: "Snap video views",
    description:
      "Vertical video between Stories, shown to people who are likely to watch it to the end or for fifteen seconds.",
    formats: [VIDEO],
    words: ["video", "views", "completion", "stories"],
  },
  {
    ...COMMON,
    id: "swipes",
    name: "Snap traffic",
    description: "Full-screen vertical ads shown to people who swipe up to a website.",
    formats: [IMAGE, VIDEO],
    words: ["traffic", "clicks", "swipe", "website", "visits"],
  },
];

/** The goal for which the ad squad is optimised, by template. */
export const GOALS: Readonly<Record<string, string>> = {
  awareness: "IMPRESSIONS",
  video_views: "VIDEO_VIEWS_15_SEC",
  swipes: "SWIPES",
};
