import type { Template } from "../contract/template.ts";

const COMMON = { version: 1, channels: ["social"], publisherDomain: "reddit.com" } as const;

const IMAGE = { kind: "image", name: "Image post" } as const;
const VIDEO = { kind: "video_hosted", name: "Video post" } as const;

export const redditTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "awareness",
    name: "Reddit awareness",
    description: "Promoted posts in feeds and between conversations, shown to as many people as the budget reaches.",
    formats: [IMAGE, VIDEO],
    pricing: [{ model: "cpm", bid: "optional" }],
    words: ["reach", "awareness", "brand", "communities", "conversations", "feed"],
  },
  {
    ...COMMON,
    id: "traffic",
    name: "Reddit traffic",
    description: "Promoted posts in feeds and between conversations, billed by clicks to a website.",
    formats: [IMAGE, VIDEO],
    pricing: [{ model: "cpc", bid: "optional" }],
    words: ["traffic", "clicks", "website", "visits", "communities"],
  },
  {
    ...COMMON,
    id: "video_views",
    name: "Reddit video views",
    description: "Promoted video posts in feeds and between conversations, billed by views.",
    formats: [VIDEO],
    pricing: [{ model: "cpv", bid: "optional" }],
    words: ["video", "views", "communities"],
  },
];

interface Aim {
  readonly objective: string;
  readonly bidType: string;
}

const AWARENESS: Aim = { objective: "IMPRESSIONS", bidType: "CPM" };

const AIMS: Readonly<Record<string, Aim>> = {
  awareness: AWARENESS,
  traffic: { objective: "CLICKS", bidType: "CPC" },
  video_views: { objective: "VIDEO_VIEWABLE_IMPRESSIONS", bidType: "CPV" },
};

/** A campaign's objective, and its ad groups' billing, by template. */
export function aimOf(templateId: string): Aim {
  return AIMS[templateId] ?? AWARENESS;
}
