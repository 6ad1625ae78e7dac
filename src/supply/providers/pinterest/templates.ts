import type { Template } from "../contract/template.ts";

const COMMON = { version: 1, channels: ["social"], publisherDomain: "pinterest.com" } as const;

const IMAGE = { kind: "image", name: "Image Pin" } as const;

export const pinterestTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "awareness",
    name: "Pinterest awareness",
    description:
      "Pins in the home feed, in search and next to related Pins, shown to as many people as the budget reaches.",
    formats: [IMAGE],
    pricing: [{ model: "cpm", bid: "optional" }],
    words: ["reach", "awareness", "brand", "pins", "inspiration", "home", "feed"],
  },
  {
    ...COMMON,
    id: "consideration",
    name: "Pinterest consideration",
    description: "Pins in the home feed, in search and next to related Pins, billed by clicks on them.",
    formats: [IMAGE],
    pricing: [{ model: "cpc", bid: "optional" }],
    words: ["traffic", "clicks", "website", "visits", "consideration", "pins"],
  },
];

interface Aim {
  readonly objective: string;
  readonly billableEvent: string;
}

const AWARENESS: Aim = { objective: "AWARENESS", billableEvent: "IMPRESSION" };

const AIMS: Readonly<Record<string, Aim>> = {
  awareness: AWARENESS,
  consideration: { objective: "CONSIDERATION", billableEvent: "CLICKTHROUGH" },
};

/** A campaign's objective, and its ad groups' billing, by template. */
export function aimOf(templateId: string): Aim {
  return AIMS[templateId] ?? AWARENESS;
}
