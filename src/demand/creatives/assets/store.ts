import { sql } from "kysely";
import { assetKeyOf } from "../../../ground/blobs/index.ts";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { Measures } from "../media/measures.ts";
import type { Asset, AssetContent, AssetType } from "./asset.ts";

/** The assets of creatives, in their order, without their texts. */
export async function listAssets(
  db: Db,
  customerId: number,
  creativeIds: readonly string[],
): Promise<ReadonlyMap<string, Asset[]>> {
  if (creativeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("creative_assets")
    .select(COLUMNS)
    .select("creative_id")
    .where("customer_id", "=", customerId)
    .where("creative_id", "=", sql<string>`any(${creativeIds})`)
    .where("deleted_at", "is", null)
    .orderBy("creative_id")
    .orderBy("position")
    .execute();
  const byCreative = Map.groupBy(rows, ({ creative_id }) => creative_id);
  return new Map([...byCreative].map(([creativeId, assets]) => [creativeId, assets.map(fromRow)]));
}

/** The texts of creatives' assets, by the assets' ids. */
export async function listTexts(
  db: Db,
  customerId: number,
  creativeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("creative_assets")
    .select(["asset_id", "text"])
    .where("customer_id", "=", customerId)
    .where("creative_id", "=", sql<string>`any(${creativeIds})`)
    .where("deleted_at", "is", null)
    .where("text", "is not", null)
    .execute();
  return new Map(rows.map(({ asset_id, text }) => [asset_id, text ?? ""]));
}

/** Makes these the creative's assets, in this order. All others are deleted. A stored text is never changed. */
export async function saveAssets(
  db: Db,
  customerId: number,
  creativeId: string,
  assets: readonly Asset[],
  texts: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  const rows = assets.map((asset, position) => ({ ...toRow(asset), position, text: texts.get(asset.assetId) ?? null }));
  const kept = assets.map(({ assetId }) => assetId);
  await db
    .updateTable("creative_assets")
    .set({ deleted_at: at })
    .where("customer_id", "=", customerId)
    .where("creative_id", "=", creativeId)
    .where("deleted_at", "is", null)
    .where(sql<boolean>`asset_id <> all(${kept})`)
    .execute();
  await sql`
    insert into creative_assets (customer_id, creative_id, asset_id, position, slot, slot_given, name, original_filename,
      asset_type, content_type, file_size, is_primary, content, text, measures, created_at)
    select ${customerId}::bigint, ${creativeId}::text, given.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (asset_id text, position integer, slot text,
      slot_given boolean, name text, original_filename text, asset_type text, content_type text, file_size bigint,
      is_primary boolean, content jsonb, text text, measures jsonb, created_at timestamptz)
    on conflict (customer_id, asset_id) do update set
      position = excluded.position, slot = excluded.slot, asset_type = excluded.asset_type,
      is_primary = excluded.is_primary
    returning true`.execute(db);
}

/** What is served at an asset's public URL. */
export interface HeldAsset {
  readonly fileName: string;
  readonly contentType: string;
  /** The text itself, or where the bytes are. */
  readonly held: { readonly text: string } | { readonly blobKey: string };
}

/** Undefined for an asset that does not exist, has been deleted, or is hosted by somebody else. */
export async function findAssetOfAnyCustomer(db: InstallationDb, assetId: string): Promise<HeldAsset | undefined> {
  const row = await db
    .selectFrom("creative_assets")
    .select(["customer_id", "original_filename", "content_type", "content", "text"])
    .where("asset_id", "=", assetId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  const kind = (row?.content as unknown as AssetContent | undefined)?.kind;
  if (!row || (kind !== "file" && kind !== "text")) return undefined;
  const held = kind === "text" ? { text: row.text ?? "" } : { blobKey: assetKeyOf(row.customer_id, assetId) };
  return { fileName: row.original_filename, contentType: row.content_type, held };
}

/** The same for an unsigned URL. Such URLs were issued before URLs were signed, and only work while the campaign runs. */
export async function findUnsignedAssetOfAnyCustomer(
  db: InstallationDb,
  assetId: string,
  wall: Date,
): Promise<HeldAsset | undefined> {
  const known = await db
    .selectFrom("creative_assets")
    .innerJoin("creatives", (join) =>
      join
        .onRef("creatives.customer_id", "=", "creative_assets.customer_id")
        .onRef("creatives.creative_id", "=", "creative_assets.creative_id"),
    )
    .innerJoin("campaigns", (join) =>
      join
        .onRef("campaigns.customer_id", "=", "creatives.customer_id")
        .onRef("campaigns.campaign_id", "=", "creatives.campaign_id"),
    )
    .select("creative_assets.asset_id")
    .where("creative_assets.asset_id", "=", assetId)
    .where("creative_assets.unsigned", "=", true)
    .where("campaigns.flight_end", ">", wall)
    .executeTakeFirst();
  return known && findAssetOfAnyCustomer(db, assetId);
}

const COLUMNS = [
  "asset_id",
  "slot",
  "slot_given",
  "name",
  "original_filename",
  "asset_type",
  "content_type",
  "file_size",
  "is_primary",
  "content",
  "measures",
  "created_at",
] as const;

function toRow(asset: Asset) {
  return {
    asset_id: asset.assetId,
    slot: asset.slot,
    slot_given: asset.slotGiven,
    name: asset.name,
    original_filename: asset.originalFilename,
    asset_type: asset.assetType,
    content_type: asset.contentType,
    file_size: asset.fileSize,
    is_primary: asset.isPrimary,
    content: asset.content,
    measures: asset.measures,
    created_at: asset.createdAt,
  };
}

function fromRow(row: Pick<Row<"creative_assets">, (typeof COLUMNS)[number]>): Asset {
  return {
    assetId: row.asset_id,
    slot: row.slot,
    slotGiven: row.slot_given,
    name: row.name,
    originalFilename: row.original_filename,
    assetType: row.asset_type as AssetType,
    contentType: row.content_type,
    fileSize: row.file_size,
    isPrimary: row.is_primary,
    content: row.content as unknown as AssetContent,
    measures: row.measures as Measures,
    createdAt: row.created_at,
  };
}
