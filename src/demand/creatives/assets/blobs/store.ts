import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../../ground/db/index.ts";

/** A blob that nothing needs any more. */
export interface IdleBlob {
  readonly customerId: number;
  readonly assetId: string;
}

export interface SizedBlob {
  readonly assetId: string;
  /** 0 if the size is not known yet. */
  readonly bytes: number;
}

/** Records the blobs before their bytes are stored; if they are not in use by `until`, their bytes are deleted. */
export async function claimBlobs(db: Db, customerId: number, blobs: readonly SizedBlob[], until: Date): Promise<void> {
  if (blobs.length === 0) return;
  await db
    .insertInto("asset_blobs")
    .values(
      blobs.map(({ assetId, bytes }) => ({
        customer_id: customerId,
        asset_id: assetId,
        bytes,
        collect_after: until,
      })),
    )
    .execute();
}

/** Prevents anybody else in the organisation from adding to its storage until the end of the transaction. */
export async function holdStorage(db: Db, customerId: number): Promise<void> {
  await db
    .selectFrom("customers")
    .select("customer_id")
    .where("customer_id", "=", customerId)
    .forNoKeyUpdate()
    .execute();
}

/** Everything that an organisation has in the blob store, including bytes that are due for deletion but still take up space. */
export async function sumStoredBytes(db: Db, customerId: number): Promise<number> {
  const { bytes } = await db
    .selectFrom("asset_blobs")
    .select(sql<number>`coalesce(sum(bytes), 0)::bigint`.as("bytes"))
    .where("customer_id", "=", customerId)
    .executeTakeFirstOrThrow();
  return bytes;
}

/** Marks blobs as used by assets. Returns false if one of them may already have been deleted. */
export async function markBlobsUsed(
  db: Db,
  customerId: number,
  blobs: readonly SizedBlob[],
  wall: Date,
): Promise<boolean> {
  if (blobs.length === 0) return true;
  const [ids, sizes] = [blobs.map(({ assetId }) => assetId), blobs.map(({ bytes }) => bytes)];
  const { numAffectedRows } = await sql`
    update asset_blobs set collect_after = null, bytes = kept.bytes
    from unnest(${ids}::text[], ${sizes}::bigint[]) as kept (asset_id, bytes)
    where customer_id = ${customerId} and asset_blobs.asset_id = kept.asset_id and collect_after > ${wall}`.execute(db);
  return numAffectedRows === BigInt(blobs.length);
}

/** Releases the blobs of a creative's deleted assets. */
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

export async function deleteBlobsOfAllCustomers(db: InstallationDb, blobs: readonly IdleBlob[]): Promise<void> {
  await db
    .deleteFrom("asset_blobs")
    .where("asset_id", "=", sql<string>`any(${blobs.map(({ assetId }) => assetId)})`)
    .execute();
}
