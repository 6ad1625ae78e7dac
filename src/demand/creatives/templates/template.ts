/** A common shape of creative, for buyers who have no format in mind yet. */
export interface Template {
  readonly templateId: string;
  readonly name: string;
  readonly description: string;
  readonly category: "display" | "video" | "audio";
  /** AdCP 3.1's canonical format for creatives made from this template. */
  readonly formatKind: string;
  readonly assets: readonly { readonly assetId: string; readonly assetType: string; readonly required: boolean }[];
  /** Whether its main asset is markup, and whether that may be pasted as a tag. */
  readonly isMarkup: boolean;
}

const CLICK = { assetId: "click_url", assetType: "url", required: false };
const TRACKER = { assetId: "impression_tracker", assetType: "url", required: false };
const needs = (assetId: string, assetType: string) => ({ assetId, assetType, required: true });

export const TEMPLATES: readonly Template[] = [
  {
    templateId: "display_image",
    name: "Display image",
    description: "An image with a landing page",
    category: "display",
    formatKind: "image",
    assets: [needs("image", "image"), CLICK, TRACKER],
    isMarkup: false,
  },
  {
    templateId: "display_html",
    name: "Display HTML",
    description: "HTML that renders itself",
    category: "display",
    formatKind: "html5",
    assets: [needs("html", "html"), CLICK, TRACKER],
    isMarkup: true,
  },
  {
    templateId: "vendor_dcm_tag",
    name: "Campaign Manager 360 tag",
    description: "A Google Ad Manager tag, which renders the creative",
    category: "display",
    formatKind: "display_tag",
    assets: [needs("html", "html"), TRACKER],
    isMarkup: true,
  },
  {
    templateId: "display_tag",
    name: "Display tag",
    description: "A tag of an ad server, which renders the creative",
    category: "display",
    formatKind: "display_tag",
    assets: [needs("html", "html"), TRACKER],
    isMarkup: true,
  },
  {
    templateId: "image_carousel",
    name: "Image carousel",
    description: "Two to ten cards, each with its image and landing page",
    category: "display",
    formatKind: "image_carousel",
    assets: [needs("cards", "card"), TRACKER],
    isMarkup: false,
  },
  {
    templateId: "video_standard",
    name: "Hosted video",
    description: "A video file with a landing page",
    category: "video",
    formatKind: "video_hosted",
    assets: [needs("video", "video"), CLICK, TRACKER],
    isMarkup: false,
  },
  {
    templateId: "video_vast",
    name: "VAST video",
    description: "A VAST tag, or VAST XML",
    category: "video",
    formatKind: "video_vast",
    assets: [needs("vast_tag", "vast"), TRACKER],
    isMarkup: false,
  },
  {
    templateId: "audio_standard",
    name: "Hosted audio",
    description: "An audio file",
    category: "audio",
    formatKind: "audio_hosted",
    assets: [needs("audio", "audio"), CLICK, TRACKER],
    isMarkup: false,
  },
];

/** Undefined if the id is not one of our templates. */
export function templateOf(templateId: string): Template | undefined {
  return TEMPLATES.find((template) => template.templateId === templateId);
}
