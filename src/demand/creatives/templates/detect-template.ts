import type { Asset } from "../assets/asset.ts";

/** How a template was recognised; `none` if it was not. */
export type TemplateMethod = "tag_hints" | "html_analysis" | "file_analysis" | "none";

interface Detected {
  readonly templateId: string | null;
  readonly method: TemplateMethod;
}

/** Patterns that occur in ad servers' tags, but not in ordinary HTML. */
const TAG_HINTS: readonly (readonly [RegExp, string])[] = [
  [/dcmads|doubleclick\.net\/ddm/i, "vendor_dcm_tag"],
  [/adform\.net|serving-sys\.com|flashtalking\.com|sizmek|celtra\.com|innovid\.com/i, "display_tag"],
];

/** Detects the template of a creative. `html` is the text of the primary asset if that is HTML. */
export function detectTemplate(assets: readonly Asset[], hasCards: boolean, html: string | undefined): Detected {
  if (hasCards) return { templateId: "image_carousel", method: "file_analysis" };
  const primary = assets.find(({ isPrimary }) => isPrimary);
  if (primary?.assetType === "HTML") return detectInHtml(html ?? "");
  const templateId = primary ? BY_TYPE[primary.assetType] : undefined;
  return templateId ? { templateId, method: "file_analysis" } : { templateId: null, method: "none" };
}

function detectInHtml(html: string): Detected {
  const hint = TAG_HINTS.find(([form]) => form.test(html));
  return hint ? { templateId: hint[1], method: "tag_hints" } : { templateId: "display_html", method: "html_analysis" };
}

const BY_TYPE: Readonly<Partial<Record<Asset["assetType"], string>>> = {
  IMAGE: "display_image",
  VIDEO: "video_standard",
  AUDIO: "audio_standard",
  VAST: "video_vast",
};
