import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../../ground/db/index.ts";

/** A blob that nothing needs any more. */
export interface IdleBlob {
  readonly customerId: number;
  readonly assetId: string;
}

/** Written before the bytes are put there: should nothing come of them, they are collected then. */
export async function claimBlobs(db: Db, customerId: number, assetIds: readonly string[], until: Date): Promise<void> {
  if (assetIds.length === 0) return;
  await db
    .insertInto("asset_blobs")
    .values(assetIds.map((asset_id) => ({ customer_id: customerId, asset_id, collect_after: until })))
    .execute();
}

/** Says that assets need their blobs. False where one may have been collected already. */
export async function keepBlobs(db: Db, customerId: number, assetIds: readonly string[], wall: Date): Promise<boolean> {
  if (assetIds.length === 0) return true;
  const { numUpdatedRows } = await db
    .updateTable("asset_blobs")
    .set({ collect_after: null })
    .where("customer_id", "=", customerId)
    .where("asset_id", "=", sql<string>`any(${assetIds})`)
    .where("collect_after", ">", wall)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === BigInt(assetIds.length);
}

/** Lets go of the blobs of a creative's deleted assets. */
export async function releaseBlobs(db: Db, customerId: number, creativeId: string, collectAfter: Date): Promise<void> {
  await sql`
    update asset_blobs set collect_after = ${collectAfter}
    from creative_assets
    where asset_blobs.customer_id = ${customerId} and collect_after is null
      and creative_assets.customer_id = asset_blobs.customer_id and creative_assets.asset_id = asset_blobs.asset_id
      and creative_assets.creative_id = ${creativeId} and creative_assets.deleted_at is not null`.execute(db);
}

export async function listIdleBlobsOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<IdleBlob[]> {
  const rows = await db
    .selectFrom("asset_blobs")
    .select(["customer_id", "asset_id"])
    .where("collect_after", "<=", wall)
    .orderBy("collect_after")
    .limit(limit)
    .execute();
  return rows.map(({ customer_id, asset_id }) => ({ customerId: customer_id, assetId: asset_id }));
}

export async function forgetBlobsOfAllCustomers(db: InstallationDb, blobs: readonly IdleBlob[]): Promise<void> {
  await db
    .deleteFrom("asset_blobs")
    .where("asset_id", "=", sql<string>`any(${blobs.map(({ assetId }) => assetId)})`)
    .execute();
}
