import type { BlobContent } from "../../../ground/blobs/index.ts";
import type { Measures } from "../media/measures.ts";
import type { AssetLink } from "./asset-link.ts";

export const ASSET_TYPES = [
  "IMAGE",
  "VIDEO",
  "AUDIO",
  "HTML",
  "JAVASCRIPT",
  "CSS",
  "TEXT",
  "URL",
  "VAST",
  "FONT",
  "LOGO",
  "DOCUMENT",
] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

export type UrlType = "clickthrough" | "tracker_pixel" | "tracker_script" | "vast";

/** A server that renders the creative at serving time. How it is secured is up to it and the seller. */
export interface Webhook {
  readonly url: string;
  readonly method?: "GET" | "POST" | undefined;
  readonly timeout_ms?: number | undefined;
  readonly response_type: "html" | "json" | "xml" | "javascript";
  readonly security: {
    readonly method: "hmac_sha256" | "api_key" | "none";
    readonly hmac_header?: string | undefined;
    readonly api_key_header?: string | undefined;
  };
}

/** Where an asset's content is: in the blob store, in its row, or at an external URL. */
export type AssetContent =
  | { readonly kind: "file" }
  | { readonly kind: "text" }
  | { readonly kind: "link"; readonly url: string; readonly urlType: UrlType }
  | { readonly kind: "webhook"; readonly webhook: Webhook };

/** A part of a creative. */
export interface Asset {
  readonly assetId: string;
  /** Its key in the manifest; assets under one key are a list there. */
  readonly slot: string;
  /** Whether the buyer chose the slot; otherwise it follows the format. */
  readonly slotGiven: boolean;
  readonly name: string;
  readonly originalFilename: string;
  readonly assetType: AssetType;
  /** Determined from the content, never from what the sender claims. */
  readonly contentType: string;
  /** In bytes; 0 if somebody else hosts the content. */
  readonly fileSize: number;
  /** Whether this asset is the one shown; the others only accompany it. */
  readonly isPrimary: boolean;
  readonly content: AssetContent;
  readonly measures: Measures;
  readonly createdAt: Date;
}

/** A new asset, with the content that still has to be stored. */
export interface NewAsset extends Asset {
  readonly file: BlobContent | null;
  readonly text: string | null;
  /** The card to which the image belongs, if any. */
  readonly card: number | null;
  /** The asset's position in the request, for error messages. */
  readonly field: string;
}

/** If no primary asset is specified, the first type in this order provides it. */
const SHOWN: readonly AssetType[] = ["VIDEO", "AUDIO", "VAST", "HTML", "IMAGE"];

export function canBePrimary({ assetType }: Pick<Asset, "assetType">): boolean {
  return SHOWN.includes(assetType);
}

/**
 * The same assets with exactly one primary among those that can be: the named asset, otherwise the current primary, otherwise the
 * first by type.
 */
export function withPrimary<A extends Asset>(assets: readonly A[], primaryId: string | undefined): A[] {
  const rank = ({ assetType }: Asset) => SHOWN.indexOf(assetType);
  const [first] = assets.filter(canBePrimary).sort((a, b) => rank(a) - rank(b));
  const standing = assets.find((asset) => asset.isPrimary && canBePrimary(asset));
  const chosen = primaryId ?? (standing ?? first)?.assetId;
  return assets.map((asset) => ({ ...asset, isPrimary: asset.assetId === chosen }));
}

const TEXTUAL: readonly AssetType[] = ["HTML", "JAVASCRIPT", "CSS", "TEXT", "VAST"];
const ALIKE: readonly (readonly AssetType[])[] = [["IMAGE", "LOGO"], TEXTUAL];

/**
 * Whether an asset of one type may be declared as another: an image as a logo or a text as a script, but not a script as an
 * image.
 */
export function mayBeCalled(found: AssetType, called: AssetType): boolean {
  return found === called || ALIKE.some((family) => family.includes(found) && family.includes(called));
}

/** The URL from which sellers fetch the asset: ours, or an external one. */
export function publicUrlOf(asset: Asset, linkTo: AssetLink): string {
  const { content } = asset;
  if (content.kind === "link") return content.url;
  return content.kind === "webhook" ? content.webhook.url : linkTo(asset);
}
