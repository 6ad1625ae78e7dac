import type { Db } from "../../../ground/db/index.ts";
import type { Progress } from "../../../ground/dispatch/index.ts";

/** The progress of reading a catalog's feed. Locks the catalog. */
export async function findProgress(db: Db, customerId: number, catalogId: number): Promise<Progress> {
  const row = await db
    .selectFrom("catalogs")
    .select(["attempts", "fence", "lease_until as leaseUntil"])
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .executeTakeFirstOrThrow();
  return row;
}

export async function saveProgress(
  db: Db,
  customerId: number,
  { catalogId, attempts, fence, leaseUntil }: Progress & { readonly catalogId: number },
): Promise<void> {
  await db
    .updateTable("catalogs")
    .set({ attempts, fence, lease_until: leaseUntil })
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .execute();
}

interface Reading {
  /** Null if reading failed; the previous content is kept. */
  readonly readAt: Date | null;
  readonly warning: string | null;
}

export async function recordReading(
  db: Db,
  customerId: number,
  catalogId: number,
  { readAt, warning }: Reading,
): Promise<void> {
  await db
    .updateTable("catalogs")
    .set({ feed_warning: warning, ...(readAt && { feed_read_at: readAt, last_synced_at: readAt }) })
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .execute();
}
