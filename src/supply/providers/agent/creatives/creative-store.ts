import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../../../ground/db/index.ts";
import type { Approval, CreativeAssets } from "../../contract/plan.ts";
import type { ProviderSourceRef } from "../store.ts";

/** A creative that a package is to show, and the platform's verdict on it. */
export interface StoredCreative {
  readonly mediaBuyId: string;
  readonly packageId: string;
  readonly creativeId: string;
  readonly name: string;
  readonly digest: string;
  readonly assets: CreativeAssets;
  readonly wanted: boolean;
  readonly approval: Approval;
  readonly reason: string | null;
  readonly raw: string | null;
  readonly adId: string | null;
  readonly refs: readonly { readonly kind: string; readonly id: string }[];
}

export async function listCreatives(
  db: Db,
  place: ProviderSourceRef,
  mediaBuyIds: readonly string[],
): Promise<StoredCreative[]> {
  const rows = await db
    .selectFrom("provider_creatives")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where(sql<boolean>`media_buy_id = any(${[...mediaBuyIds]}::text[])`)
    .orderBy("package_id")
    .orderBy("creative_id")
    .execute();
  return rows.map(fromRow);
}

export async function saveCreative(
  db: Db,
  place: ProviderSourceRef,
  creative: StoredCreative,
  at: Date,
): Promise<void> {
  const said = {
    name: creative.name,
    digest: creative.digest,
    assets: storableJson(creative.assets),
    wanted: creative.wanted,
    approval: creative.approval,
    reason: creative.reason,
    raw_status: creative.raw,
    ad_id: creative.adId,
    refs: storableJson(creative.refs),
    updated_at: at,
  };
  await db
    .insertInto("provider_creatives")
    .values({
      ...said,
      customer_id: place.customerId,
      inventory_source_id: place.inventorySourceId,
      media_buy_id: creative.mediaBuyId,
      package_id: creative.packageId,
      creative_id: creative.creativeId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "inventory_source_id", "media_buy_id", "package_id", "creative_id"])
        .doUpdateSet(said),
    )
    .execute();
}

function fromRow(row: Row<"provider_creatives">): StoredCreative {
  return {
    mediaBuyId: row.media_buy_id,
    packageId: row.package_id,
    creativeId: row.creative_id,
    name: row.name,
    digest: row.digest,
    assets: row.assets as unknown as CreativeAssets,
    wanted: row.wanted,
    approval: row.approval as StoredCreative["approval"],
    reason: row.reason,
    raw: row.raw_status,
    adId: row.ad_id,
    refs: row.refs as unknown as StoredCreative["refs"],
  };
}
