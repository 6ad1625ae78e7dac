import type { Asset } from "./assets/asset.ts";
import { publicUrlOf } from "./assets/asset.ts";
import type { AssetLink } from "./assets/asset-link.ts";
import { adcpTypeOf } from "./assets/slots.ts";
import type { Card, Creative } from "./creative.ts";
import { viewOfFormatId } from "./formats/format-id.ts";
import { templateOf } from "./templates/template.ts";

type Payload = Record<string, unknown>;

/** What is needed, in addition to the creative, to write its manifest. */
export interface ManifestContext {
  /** The texts of assets, by their ids. */
  readonly texts: ReadonlyMap<string, string>;
  readonly linkTo: AssetLink;
}

/** AdCP 3.1, core/creative-manifest; undefined until the creative's format or format kind is known. */
export function toAdcpManifest(creative: Creative, surroundings: ManifestContext): Payload | undefined {
  const { format, template, cards, industryIdentifiers } = creative;
  const kind = format.formatKind ?? templateOf(template?.templateId ?? "")?.formatKind;
  if (!format.formatId && !kind) return undefined;
  const shown = new Set(cards.map(({ mediaAssetId }) => mediaAssetId));
  const slots = Map.groupBy(
    creative.assets.filter(({ assetId }) => !shown.has(assetId)),
    ({ slot }) => slot,
  );
  const assets = [...slots].flatMap(([slot, inside]) => {
    const values = inside.flatMap((asset) => toAdcpAsset(asset, surroundings) ?? []);
    return values.length === 0 ? [] : [[slot, values.length === 1 ? values[0] : values] as const];
  });
  return {
    ...(format.formatId ? { format_id: viewOfFormatId(format.formatId) } : { format_kind: kind }),
    ...(format.optionRef && { format_option_ref: format.optionRef }),
    assets: {
      ...Object.fromEntries(assets),
      ...(cards.length > 0 && { cards: cards.map((card) => toAdcpCard(card, creative, surroundings)) }),
    },
    ...(industryIdentifiers.length > 0 && { industry_identifiers: industryIdentifiers }),
  };
}

/**
 * AdCP 3.1, core/assets. A value that could not be measured is omitted even if the schema requires it, because a guess would be
 * worse.
 */
function toAdcpAsset(asset: Asset, { texts, linkTo }: ManifestContext): Payload | undefined {
  const asset_type = adcpTypeOf(asset);
  const { content, measures } = asset;
  const { width, height, durationMs: duration_ms, fileType } = measures;
  const text = texts.get(asset.assetId) ?? "";
  const url = publicUrlOf(asset, linkTo);
  switch (asset_type) {
    case "image":
      return { asset_type, url, width, height, format: fileType };
    case "video":
      return {
        asset_type,
        url,
        width,
        height,
        duration_ms,
        file_size_bytes: asset.fileSize,
        container_format: fileType,
      };
    case "audio":
      return { asset_type, url, duration_ms, file_size_bytes: asset.fileSize, container_format: fileType };
    case "vast": {
      const reported =
        content.kind === "link" ? { delivery_type: "url", url } : { delivery_type: "inline", content: text };
      return { asset_type, ...reported, duration_ms };
    }
    case "url":
      return { asset_type, url, ...(content.kind === "link" && { url_type: content.urlType }) };
    case "webhook":
      return content.kind === "webhook" ? { asset_type, ...content.webhook } : undefined;
    case "zip":
      return { asset_type, url };
    case undefined:
      return undefined;
    default:
      return { asset_type, content: text };
  }
}

function toAdcpCard(card: Card, { assets }: Creative, surroundings: ManifestContext): Payload {
  const { mediaAssetId, landingPageUrl, headline, description, cta } = card;
  const media = assets.find(({ assetId }) => assetId === mediaAssetId);
  const page = { asset_type: "url", url: landingPageUrl, url_type: "clickthrough" };
  return {
    asset_type: "card",
    media: media && toAdcpAsset(media, surroundings),
    headline,
    description,
    cta,
    ...(landingPageUrl !== undefined && { landing_page_url: page }),
  };
}
