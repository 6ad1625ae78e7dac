/** The canonical kinds of AdCP's own named formats, by the families in its registry (3.1, `v1-canonical-mapping`). */
const NAMED: ReadonlyArray<readonly [RegExp, string]> = [
  [/^display_static$/, "image"],
  [/^display_\d{1,5}x\d{1,5}(?:_image(?:_1x)?_2x)?$/, "image"],
  [/^video_\d{1,5}x\d{1,5}_vast$/, "video_vast"],
  [/^video_(?:pre_roll_)?\d{1,4}s$/, "video_hosted"],
  [/^video_\d{1,5}x\d{1,5}(?:_\d{1,4}s)?$/, "video_hosted"],
  [/^audio_\d{1,4}s$/, "audio_hosted"],
];

/** Canonical kinds by the types of a format's assets, in the registry's order. */
const MADE_OF: ReadonlyArray<readonly [string, string]> = [
  ["vast", "video_vast"],
  ["daast", "audio_daast"],
  ["zip", "html5"],
  ["video", "video_hosted"],
  ["audio", "audio_hosted"],
  ["url", "display_tag"],
];

/** The canonical kind of a seller's named format; `custom` if AdCP has none for it. */
export function canonicalKindOf(formatId: string, assetTypes: readonly string[] = []): string {
  const named = NAMED.find(([pattern]) => pattern.test(formatId));
  const made = MADE_OF.find(([type]) => assetTypes.includes(type));
  return named?.[1] ?? made?.[1] ?? "custom";
}
