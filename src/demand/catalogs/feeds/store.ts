import type { Db } from "../../../ground/db/index.ts";

interface Reading {
  /** Null where it failed: what was read before stands. */
  readonly readAt: Date | null;
  readonly warning: string | null;
}

export async function noteReading(
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
