import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { Catalog } from "../catalog.ts";
import { columnsOf, fromRow } from "../store.ts";
import type { Plan } from "./plan-catalog.ts";

/** Locks the advertiser's catalogs, so that only one sync runs at a time. */
export async function holdCatalogsOf(db: Db, customerId: number, advertiserId: number): Promise<void> {
  await db
    .selectFrom("advertisers")
    .select("advertiser_id")
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .forNoKeyUpdate()
    .execute();
}

interface Named {
  readonly externalIds: readonly string[];
  readonly catalogIds: readonly number[];
}

/** The catalogs, archived or not, locked until the end of the transaction. */
export async function findSyncedCatalogs(
  db: Db,
  customerId: number,
  advertiserId: number,
  { externalIds, catalogIds }: Named,
): Promise<Catalog[]> {
  const rows = await db
    .selectFrom("catalogs")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .where((catalog) =>
      catalog.or([
        catalog("external_id", "=", catalog.fn.any(catalog.val([...externalIds]))),
        catalog("catalog_id", "=", catalog.fn.any(catalog.val([...catalogIds]))),
      ]),
    )
    .orderBy("catalog_id")
    .forNoKeyUpdate()
    .execute();
  return rows.map(fromRow);
}

/** Catalogs that were synced under other names than these, and are not archived. */
export async function listOtherSyncedCatalogs(
  db: Db,
  customerId: number,
  advertiserId: number,
  kept: readonly string[],
): Promise<Catalog[]> {
  const rows = await db
    .selectFrom("catalogs")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .where("external_id", "is not", null)
    .where("archived_at", "is", null)
    .where((catalog) => catalog.not(catalog("external_id", "=", catalog.fn.any(catalog.val([...kept])))))
    .where(sql<boolean>`('cat_' || catalog_id) <> all(${kept})`)
    .orderBy("catalog_id")
    .execute();
  return rows.map(fromRow);
}

/** Writes catalogs with their new values, restoring archived ones; returns the number of each new one by its name. */
export async function saveCatalogs(
  db: Db,
  customerId: number,
  advertiserId: number,
  plans: readonly Plan[],
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  if (plans.length === 0) return new Map();
  const wanted = JSON.stringify(
    plans.map(({ known, content }) => ({ catalog_id: known?.catalogId ?? null, ...columnsOf(content) })),
  );
  const shape = sql`wanted (catalog_id bigint, external_id text, name text, type text, feed_url text, feed_format text,
    update_frequency text, conversion_events text[], content_hash text)`;
  await sql`
    update catalogs set external_id = wanted.external_id, name = wanted.name, type = wanted.type,
      feed_url = wanted.feed_url, feed_format = wanted.feed_format, update_frequency = wanted.update_frequency,
      conversion_events = wanted.conversion_events, content_hash = wanted.content_hash, feed_read_at = null,
      feed_warning = null, archived_at = null, last_synced_at = ${at}, updated_at = ${at}
    from jsonb_to_recordset(${wanted}::jsonb) as ${shape}
    where catalogs.customer_id = ${customerId} and catalogs.catalog_id = wanted.catalog_id`.execute(db);
  const { rows } = await sql<{ external_id: string; catalog_id: number }>`
    insert into catalogs (customer_id, advertiser_id, external_id, name, type, feed_url, feed_format, update_frequency,
      conversion_events, content_hash, last_synced_at, created_at, updated_at)
    select ${customerId}, ${advertiserId}, external_id, name, type, feed_url, feed_format, update_frequency,
      conversion_events, content_hash, ${at}, ${at}, ${at}
    from jsonb_to_recordset(${wanted}::jsonb) as ${shape}
    where wanted.catalog_id is null
    returning external_id, catalog_id`.execute(db);
  return new Map(rows.map((row) => [row.external_id, row.catalog_id]));
}
