import type { CreativeFormat } from "../../../ground/seller-agent/index.ts";
import type { Asset } from "./asset.ts";
import { isTracker } from "./planned-asset.ts";

const ADCP_TYPE: Readonly<Partial<Record<Asset["assetType"], string>>> = {
  IMAGE: "image",
  LOGO: "image",
  VIDEO: "video",
  AUDIO: "audio",
  HTML: "html",
  JAVASCRIPT: "javascript",
  CSS: "css",
  TEXT: "text",
  URL: "url",
  VAST: "vast",
};

/** AdCP's type for the asset; undefined for a type that no manifest contains, such as a font. */
export function adcpTypeOf({ assetType, content, contentType }: Asset): string | undefined {
  if (content.kind === "webhook") return "webhook";
  return contentType === "application/zip" ? "zip" : ADCP_TYPE[assetType];
}

/**
 * The same assets, each with a slot: the buyer's choice, otherwise the first slot of the format that it fits, otherwise one named
 * after its type.
 */
export function withSlots<A extends Asset>(assets: readonly A[], format: CreativeFormat | null): A[] {
  const taken = new Set(assets.flatMap(({ slot, slotGiven }) => (slotGiven ? [slot] : [])));
  const wanted = [...(format?.assetsRequired ?? [])].sort((a, b) => Number(b.required) - Number(a.required));
  return assets.map((asset) => {
    if (asset.slotGiven) return asset;
    const open = wanted.find(({ assetId, assetType }) => !taken.has(assetId) && fits(asset, assetId, assetType));
    const slot = open?.assetId ?? firstFree(defaultSlotOf(asset), taken);
    taken.add(slot);
    return { ...asset, slot };
  });
}

function fits(asset: Asset, slot: string, assetType: string): boolean {
  if (adcpTypeOf(asset) !== assetType) return false;
  const { content } = asset;
  return content.kind !== "link" || isTracker(slot) === content.urlType.startsWith("tracker");
}

const BY_URL = {
  clickthrough: "click_url",
  tracker_pixel: "impression_tracker",
  tracker_script: "tracker_script",
  vast: "vast_tag",
} as const;

function defaultSlotOf(asset: Asset): string {
  const { content, assetType } = asset;
  if (content.kind === "link") return BY_URL[content.urlType];
  if (assetType === "VAST") return "vast_tag";
  return assetType === "LOGO" ? "logo" : (adcpTypeOf(asset) ?? assetType.toLowerCase());
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let slot = name;
  for (let count = 2; taken.has(slot); count++) slot = `${name}_${count}`;
  return slot;
}
