import type { PlannedPackage } from "../contract/plan.ts";
import type { Template } from "../contract/template.ts";

const COMMON = {
  version: 1,
  publisherDomain: "spotify.com",
  pricing: [{ model: "cpm", bid: "optional" }],
} as const;

/** The auctioned products. Reserved music and podcasts, which have fixed prices, are not sold yet: docs/providers.md. */
export const spotifyTemplates: readonly Template[] = [
  {
    ...COMMON,
    id: "audio",
    name: "Spotify audio ads",
    description: "Audio spots between songs, with a companion picture, for listeners of Spotify Free.",
    channels: ["streaming_audio"],
    formats: [{ kind: "audio_hosted", name: "Audio spot with a companion picture" }],
    words: ["audio", "music", "radio", "listeners", "reach"],
  },
  {
    ...COMMON,
    id: "podcast",
    name: "Spotify podcast ads",
    description: "Audio spots in podcasts on Spotify, with a companion picture.",
    channels: ["podcast"],
    formats: [{ kind: "audio_hosted", name: "Audio spot with a companion picture" }],
    words: ["podcast", "podcasts", "audio", "talk", "listeners"],
  },
  {
    ...COMMON,
    id: "video",
    name: "Spotify video ads",
    description: "Video spots while people have Spotify on screen.",
    channels: ["olv"],
    formats: [{ kind: "video_hosted", name: "Video spot" }],
    words: ["video", "views", "screen"],
  },
  {
    ...COMMON,
    id: "image",
    name: "Spotify display ads",
    description: "Image ads in the Spotify app, shown to people who come to a website.",
    channels: ["display"],
    formats: [{ kind: "image", name: "Picture" }],
    pricing: [{ model: "cpc", bid: "required" }],
    words: ["display", "image", "clicks", "traffic", "website"],
  },
];

interface Shape {
  readonly assetFormat: "AUDIO" | "VIDEO" | "IMAGE";
  readonly placements: readonly string[];
  readonly goal: string;
}

const AUDIO: Shape = { assetFormat: "AUDIO", placements: ["MUSIC"], goal: "AWARENESS" };

const SHAPES: Readonly<Record<string, Shape>> = {
  audio: AUDIO,
  podcast: { ...AUDIO, placements: ["PODCAST"] },
  video: { assetFormat: "VIDEO", placements: ["VIDEO"], goal: "AWARENESS" },
  image: { assetFormat: "IMAGE", placements: ["MUSIC"], goal: "TRAFFIC" },
};

/** The properties of a package at Spotify. */
export function shapeOf({ templateId }: Pick<PlannedPackage, "templateId">): Shape {
  return SHAPES[templateId] ?? AUDIO;
}
