import { z } from "zod";
import { type ManifestContext, toAdcpManifest } from "./adcp.ts";
import { MOST_TEXT_BYTES } from "./apply-change.ts";
import { ASSET_TYPES, type Asset, publicUrlOf } from "./assets/asset.ts";
import type { AssetLink } from "./assets/asset-link.ts";
import type { Creative } from "./creative.ts";
import { viewOfFormatId } from "./formats/format-id.ts";
import { FormatIdView } from "./formats/schema.ts";
import { localReferences } from "./html-references.ts";
import type { Home } from "./store.ts";
import { type SyncOfBuy, SyncStatusView, syncStatusOf } from "./sync-status/sync-status.ts";
import { templateOf } from "./templates/template.ts";

const AssetView = z
  .object({
    asset_id: z.string(),
    name: z.string(),
    original_filename: z.string(),
    asset_type: z.enum(ASSET_TYPES),
    content_type: z.string().describe("Detected from the content"),
    file_size: z.int().describe("In bytes; 0 if the file is stored elsewhere"),
    public_url: z.string().describe("Where anybody who knows the URL can fetch the asset until it is deleted"),
    asset_source: z
      .enum(["CREATIVE_SOURCE", "USER_UPLOADED", "SYSTEM_PROCESSED"])
      .describe("Whether this asset is the one displayed"),
    slot_asset_id: z.string().describe("Its key in the manifest"),
    width: z.int().optional(),
    height: z.int().optional(),
    duration_ms: z.int().optional(),
    container: z.string().optional().describe("The file type"),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "CreativeAsset" });

/** The fields of a creative in a list, in AdCP's spelling (buyer contract f.3). */
const row = {
  creative_id: z.string(),
  campaign_id: z.string(),
  name: z.string(),
  message: z.string().optional(),
  brand_domain: z.string(),
  template_id: z.string().optional(),
  format_id: FormatIdView.optional().describe(
    "As the buyer named it, or detected among those that the campaign's products accept",
  ),
  format_kind: z.string().optional(),
  format_option_ref: z
    .object({
      scope: z.enum(["publisher", "product"]).optional(),
      publisher_domain: z.string().optional(),
      format_option_id: z.string(),
    })
    .optional(),
  target_format_ids: z.array(FormatIdView),
  industry_identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
  preview_url: z.string().optional(),
  asset_count: z.int(),
  assets: z.array(AssetView),
  carousel_cards: z
    .array(
      z.object({
        card_index: z.int(),
        media_asset_id: z.string(),
        headline: z.string().optional(),
        description: z.string().optional(),
        cta: z.string().optional(),
        landing_page_url: z.string().optional(),
      }),
    )
    .optional(),
  auto_detected_template: z
    .object({
      template_id: z.string(),
      template_name: z.string(),
      method: z.enum(["tag_hints", "html_analysis", "file_analysis", "none"]),
    })
    .optional()
    .describe("Absent if the buyer named the template, or if none could be detected"),
  sync_status: SyncStatusView,
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};

export const CreativeRowView = z.object(row).meta({ id: "CreativeRow" });

export const CreativeView = z
  .object({
    ...row,
    html_processing: z
      .object({
        rewritten_refs: z.array(z.object({ original: z.string(), cdn_url: z.string() })),
        unresolved_refs: z
          .array(z.string())
          .describe("Relative references: HTML is passed on unchanged, so use public URLs"),
        inserted_macros: z.array(z.string()),
      })
      .optional(),
    creative_manifest: z
      .looseObject({ assets: z.record(z.string(), z.unknown()) })
      .optional()
      .describe("The creative as sent to sellers (AdCP 3.1); absent until a format or a template is known"),
    already_exists: z
      .boolean()
      .optional()
      .describe("The campaign already had a creative with this name, and nothing was changed"),
    ignored_files: z
      .int()
      .optional()
      .describe("How many uploaded files were ignored because the creative already exists"),
    warnings: z.array(z.string()).optional(),
  })
  .meta({ id: "Creative" });

/** A creative, and what is shown with it. */
interface ShownCreative extends ManifestContext {
  /** What was sent to the sellers of its campaign. */
  readonly syncs: readonly SyncOfBuy[];
}

export function viewOfRow(
  creative: Creative,
  home: Home,
  { linkTo, syncs }: Pick<ShownCreative, "linkTo" | "syncs">,
): z.input<typeof CreativeRowView> {
  const { creativeId, campaignId, name, message, template, format, cards, assets } = creative;
  return {
    creative_id: creativeId,
    campaign_id: campaignId,
    name,
    ...(message !== null && { message }),
    brand_domain: home.brandDomain,
    ...(template && { template_id: template.templateId }),
    ...(format.formatId && { format_id: viewOfFormatId(format.formatId) }),
    ...(format.formatKind !== null && { format_kind: format.formatKind }),
    ...(format.optionRef && { format_option_ref: format.optionRef }),
    target_format_ids: creative.targetFormatIds.map(viewOfFormatId),
    industry_identifiers: [...creative.industryIdentifiers],
    ...previewOf(creative, linkTo),
    asset_count: assets.length,
    assets: assets.map((asset) => viewOfAsset(asset, linkTo)),
    ...(cards.length > 0 && {
      carousel_cards: cards.map(({ mediaAssetId, landingPageUrl, ...said }, index) => ({
        card_index: index,
        media_asset_id: mediaAssetId,
        ...said,
        landing_page_url: landingPageUrl,
      })),
    }),
    ...detectedIn(creative),
    sync_status: syncStatusOf(creativeId, syncs),
    created_at: creative.createdAt.toISOString(),
    updated_at: creative.updatedAt.toISOString(),
  };
}

export function viewOfCreative(creative: Creative, home: Home, reported: ShownCreative): z.input<typeof CreativeView> {
  const manifest = toAdcpManifest(creative, reported);
  const html = creative.assets.flatMap(({ assetType, assetId }) =>
    assetType === "HTML" ? [reported.texts.get(assetId) ?? ""] : [],
  );
  const processing = { rewritten_refs: [], unresolved_refs: unresolvedIn(html), inserted_macros: [] };
  return {
    ...viewOfRow(creative, home, reported),
    ...(html.length > 0 && { html_processing: processing }),
    ...(manifest && { creative_manifest: manifest as { assets: Record<string, unknown> } }),
  };
}

/** Texts that exceed the limit because they predate it are only scanned up to the limit. */
function unresolvedIn(html: readonly string[]): string[] {
  let left = MOST_TEXT_BYTES;
  return html.flatMap((text) => {
    const within = text.slice(0, left);
    left -= within.length;
    return localReferences(within);
  });
}

function viewOfAsset(asset: Asset, linkTo: AssetLink): z.input<typeof AssetView> {
  const { width, height, durationMs, fileType } = asset.measures;
  return {
    asset_id: asset.assetId,
    name: asset.name,
    original_filename: asset.originalFilename,
    asset_type: asset.assetType,
    content_type: asset.contentType,
    file_size: asset.fileSize,
    public_url: publicUrlOf(asset, linkTo),
    asset_source: asset.isPrimary ? "CREATIVE_SOURCE" : "USER_UPLOADED",
    slot_asset_id: asset.slot,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { duration_ms: durationMs }),
    ...(fileType !== undefined && { container: fileType }),
    created_at: asset.createdAt.toISOString(),
  };
}

/** HTML is only served as a download, so there is nothing to preview. */
function previewOf({ assets }: Creative, linkTo: AssetLink) {
  const primary = assets.find(({ isPrimary }) => isPrimary);
  return primary?.content.kind === "file" ? { preview_url: publicUrlOf(primary, linkTo) } : {};
}

function detectedIn({ template }: Creative) {
  if (!template?.foundBy) return {};
  const { templateId, foundBy } = template;
  const template_name = templateOf(templateId)?.name ?? templateId;
  return { auto_detected_template: { template_id: templateId, template_name, method: foundBy } };
}
