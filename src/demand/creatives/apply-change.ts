import { type Issue, invalid } from "../../ground/kernel/errors.ts";
import { type Asset, canBePrimary, mayBeCalled, type NewAsset, withPrimary } from "./assets/asset.ts";
import type { Card, Creative, NamedFormat } from "./creative.ts";
import { fitFormat, type KnownFormats } from "./formats/fit-format.ts";
import { fromFormatIdInput } from "./formats/format-id.ts";
import type { CreativeChange } from "./schema.ts";
import { detectTemplate } from "./templates/detect-template.ts";

/** What a change needs in addition to the creative. */
export interface ChangeContext extends KnownFormats {
  /** The texts of assets, by their ids. */
  readonly texts: ReadonlyMap<string, string>;
  readonly now: Date;
}

export interface Applied {
  readonly creative: Creative;
  readonly warnings: readonly string[];
}

/** The creative after the changes in the body. Throws `Invalid`. */
export function applyChange(
  before: Creative,
  body: CreativeChange,
  added: readonly NewAsset[],
  circumstances: ChangeContext,
): Applied {
  checkNamed(before, body);
  const cards = cardsAfter(before, body, added);
  const kept = retainedAssets(before, body, cards).map((asset) => reclassified(asset, body));
  const primaryId = body.primary_asset_id ?? added.find(({ isPrimary }) => isPrimary)?.assetId;
  const assets = withPrimary([...kept, ...added], primaryId);
  checkCards(cards, assets);
  checkTexts(assets, added);
  const changed: Creative = {
    ...before,
    name: body.name ?? before.name,
    message: body.message === undefined ? before.message : body.message || null,
    format: formatAfter(before, body),
    targetFormatIds: body.target_format_ids?.map(fromFormatIdInput) ?? before.targetFormatIds,
    industryIdentifiers: body.industry_identifiers ?? before.industryIdentifiers,
    cards,
    assets,
    updatedAt: circumstances.now,
  };
  return fitFormat({ ...changed, template: templateAfter(changed, body, circumstances) }, circumstances);
}

/** The limit for all texts of a creative together, because every answer contains them and every read scans the HTML. */
export const MOST_TEXT_BYTES = 2_097_152;

/** A creative that exceeded the limit before it existed keeps its texts, but cannot add more. */
function checkTexts(assets: readonly Asset[], added: readonly NewAsset[]): void {
  const bytes = assets.reduce((sum, { content, fileSize }) => sum + (content.kind === "text" ? fileSize : 0), 0);
  const [last] = added.filter(({ content }) => content.kind === "text").slice(-1);
  if (!last || bytes <= MOST_TEXT_BYTES) return;
  const message = `with it the creative has ${bytes} bytes of text: at most ${MOST_TEXT_BYTES} in all, the rest as files at URLs`;
  throw invalid([{ path: last.field, message }]);
}

/** Checks that every id in the body belongs to the creative. */
function checkNamed({ assets }: Creative, body: CreativeChange): void {
  const { delete_asset_ids = [], reclassify_assets = [], cards = [], primary_asset_id } = body;
  const byId = new Map(assets.map((asset) => [asset.assetId, asset]));
  const named = [
    ...delete_asset_ids.map((id, index) => [`delete_asset_ids.${index}`, id] as const),
    ...reclassify_assets.map(({ asset_id }, index) => [`reclassify_assets.${index}.asset_id`, asset_id] as const),
    ...cards.map(({ asset_id }, index) => [`cards.${index}.asset_id`, asset_id] as const),
    ["primary_asset_id", primary_asset_id] as const,
  ];
  const issues: Issue[] = named.flatMap(([path, id]) =>
    id !== undefined && !byId.has(id) ? [{ path, message: `the creative has no asset ${id}` }] : [],
  );
  const primary = byId.get(primary_asset_id ?? "");
  if (primary && (!canBePrimary(primary) || delete_asset_ids.includes(primary.assetId)))
    issues.push({
      path: "primary_asset_id",
      message: `${primary.name} cannot be the displayed asset, or is being deleted`,
    });
  for (const [index, { asset_id, asset_type }] of reclassify_assets.entries()) {
    const asset = byId.get(asset_id);
    if (asset && !mayBeCalled(asset.assetType, asset_type))
      issues.push({
        path: `reclassify_assets.${index}.asset_type`,
        message: `${asset.name} is ${asset.assetType}, not ${asset_type}`,
      });
  }
  if (issues.length > 0) throw invalid(issues);
}

/** The existing assets that are neither deleted nor replaced. */
function retainedAssets({ assets, cards: before }: Creative, body: CreativeChange, cards: readonly Card[]): Asset[] {
  const replaced = new Set([...(body.url_assets ?? []), ...(body.text_assets ?? [])].map(({ asset_id }) => asset_id));
  const shown = new Set(cards.map(({ mediaAssetId }) => mediaAssetId));
  const dropped = new Set([
    ...(body.delete_asset_ids ?? []),
    ...before.flatMap(({ mediaAssetId }) => (shown.has(mediaAssetId) ? [] : [mediaAssetId])),
  ]);
  return assets.filter(
    (asset) => !dropped.has(asset.assetId) && !replaced.has(asset.slot) && !(body.click_url && leadsToClick(asset)),
  );
}

function leadsToClick({ content }: Asset): boolean {
  return content.kind === "link" && content.urlType === "clickthrough";
}

function reclassified(asset: Asset, { reclassify_assets = [] }: CreativeChange): Asset {
  const named = reclassify_assets.find(({ asset_id }) => asset_id === asset.assetId);
  return named ? { ...asset, assetType: named.asset_type } : asset;
}

/** The new cards, each with its picture; or else the existing cards, except those whose pictures are deleted. */
function cardsAfter(
  before: Creative,
  { cards, delete_asset_ids = [] }: CreativeChange,
  added: readonly NewAsset[],
): Card[] {
  if (!cards) return before.cards.filter(({ mediaAssetId }) => !delete_asset_ids.includes(mediaAssetId));
  return cards.map(({ asset_id, headline, description, cta, landing_page_url: landingPageUrl }, index) => ({
    mediaAssetId: asset_id ?? added.find(({ card }) => card === index)?.assetId ?? "",
    headline,
    description,
    cta,
    landingPageUrl,
  }));
}

function checkCards(cards: readonly Card[], assets: readonly Asset[]): void {
  const typeOf = new Map(assets.map(({ assetId, assetType }) => [assetId, assetType]));
  const issues = cards.flatMap(({ mediaAssetId }, index) =>
    ["IMAGE", "VIDEO"].includes(typeOf.get(mediaAssetId) ?? "")
      ? []
      : [{ path: `cards.${index}`, message: "a card shows an image or a video" }],
  );
  if (issues.length > 0) throw invalid(issues);
}

function formatAfter({ format }: Creative, { format_id, format_kind, format_option_ref }: CreativeChange): NamedFormat {
  const optionRef = format_option_ref ?? format.optionRef;
  if (format_id) return { formatId: fromFormatIdInput(format_id), formatKind: null, isGiven: true, optionRef };
  if (format_kind) return { formatId: null, formatKind: format_kind, isGiven: true, optionRef };
  return { ...format, optionRef };
}

/** A template chosen by the buyer stays; otherwise it is detected from the assets. */
function templateAfter(
  { template, assets, cards }: Creative,
  { template_id }: CreativeChange,
  { texts }: ChangeContext,
) {
  if (template_id) return { templateId: template_id, foundBy: null };
  if (template?.foundBy === null) return template;
  const html = texts.get(assets.find(({ isPrimary }) => isPrimary)?.assetId ?? "");
  const { templateId, method } = detectTemplate(assets, cards.length > 0, html);
  return templateId === null ? null : { templateId, foundBy: method };
}
