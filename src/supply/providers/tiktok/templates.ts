import type { Template } from "../contract/template.ts";

const COMMON = {
  version: 1,
  channels: ["social"],
  publisherDomain: "tiktok.com",
  formats: [
    { kind: "video_hosted", name: "Vertical video" },
    { kind: "image", name: "Picture" },
  ],
} as const satisfies Partial<Template>;

const VIDEO_ALONE = [{ kind: "video_hosted", name: "Vertical video" }] as const;

/** The templates whose pricing is clear, among the four objectives that remain beyond 2026 (adapters, finding 4). */
export const tiktokTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "reach",
    name: "TikTok reach",
    description: "Ads in the feed of TikTok, shown to as many people as the budget reaches.",
    formats: VIDEO_ALONE,
    pricing: [{ model: "cpm", bid: "optional" }],
    words: ["reach", "awareness", "brand", "feed", "young"],
  },
  {
    ...COMMON,
    id: "traffic",
    name: "TikTok traffic",
    description: "Ads in the feed of TikTok, shown to people who tap through to a website.",
    pricing: [{ model: "cpc", bid: "optional" }],
    words: ["traffic", "clicks", "website", "visits"],
  },
  {
    ...COMMON,
    id: "video_views",
    name: "TikTok video views",
    description:
      "Videos in the feed of TikTok, billed by views of six seconds, or of the whole video if it is shorter.",
    formats: VIDEO_ALONE,
    pricing: [{ model: "cpv", bid: "optional" }],
    words: ["video", "views", "watch", "feed"],
  },
];

interface Aim {
  readonly objective: string;
  readonly billing: string;
  readonly goal: string;
  /** Whether its ads need a landing page. */
  readonly leads: boolean;
}

const REACH: Aim = { objective: "REACH", billing: "CPM", goal: "REACH", leads: false };

const AIMS: Readonly<Record<string, Aim>> = {
  reach: REACH,
  traffic: { objective: "TRAFFIC", billing: "CPC", goal: "CLICK", leads: true },
  video_views: { objective: "VIDEO_VIEWS", billing: "CPV", goal: "VIDEO_VIEW", leads: false },
};

export function aimOf(templateId: string): Aim {
  return AIMS[templateId] ?? REACH;
}
