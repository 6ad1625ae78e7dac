import { sql } from "kysely";
import { containing, type Db, pageAndTotal, type Row, type RowChange } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { Item, NewOffering, Offering } from "./offering.ts";
import type { OfferingPage } from "./page.ts";

/** The offerings that match, ordered by id, and their total number. */
export async function listOfferings(
  db: Db,
  customerId: number,
  catalogId: number,
  title: string | undefined,
  page: Page,
): Promise<{ offerings: Offering[]; total: number }> {
  let matching = offered(db, customerId).where("catalog_id", "=", catalogId);
  if (title) matching = matching.where("title", "ilike", containing(title));
  const { rows, total } = await pageAndTotal(matching.orderBy("offering_id"), page);
  return { offerings: rows.map(fromRow), total };
}

/** The offerings of several catalogs, by catalog; a catalog without any is not in the map. */
export async function listOfferingsOf(
  db: Db,
  customerId: number,
  catalogIds: readonly number[],
): Promise<Map<number, Offering[]>> {
  const rows = await offered(db, customerId)
    .where((offering) => offering("catalog_id", "=", offering.fn.any(offering.val([...catalogIds]))))
    .orderBy("catalog_id")
    .orderBy("offering_id")
    .execute();
  return Map.groupBy(rows.map(fromRow), ({ catalogId }) => catalogId);
}

export async function findOffering(
  db: Db,
  customerId: number,
  catalogId: number,
  offeringId: string,
): Promise<Offering | undefined> {
  const row = await offered(db, customerId)
    .where("catalog_id", "=", catalogId)
    .where("offering_id", "=", offeringId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Replaces an archived offering with this id, if there is one; undefined if the id is taken. */
export async function insertOffering(
  db: Db,
  customerId: number,
  catalogId: number,
  offering: NewOffering,
  at: Date,
): Promise<Offering | undefined> {
  const columns = { ...columnsOf(offering), archived_at: null, created_at: at, updated_at: at };
  const row = await db
    .insertInto("offerings")
    .values({ customer_id: customerId, catalog_id: catalogId, offering_id: offering.offeringId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "catalog_id", "offering_id"])
        .doUpdateSet(columns)
        .where("offerings.archived_at", "is not", null),
    )
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  await recount(db, customerId, catalogId, 1);
  return fromRow(row);
}

export async function updateOffering(db: Db, customerId: number, offering: Offering, at: Date): Promise<void> {
  const { catalogId, offeringId } = offering;
  await db
    .updateTable("offerings")
    .set({ ...columnsOf(offering), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .where("offering_id", "=", offeringId)
    .execute();
  await recount(db, customerId, catalogId, 0);
}

/** The caller has locked the catalog, and checked that the offering exists. */
export async function archiveOffering(
  db: Db,
  customerId: number,
  { catalogId, offeringId }: Offering,
  at: Date,
): Promise<void> {
  await db
    .updateTable("offerings")
    .set({ archived_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .where("offering_id", "=", offeringId)
    .execute();
  await recount(db, customerId, catalogId, -1);
}

/** The complete content of a catalog. */
export interface CatalogOfferings {
  readonly catalogId: number;
  readonly pages: Iterable<OfferingPage>;
}

/** Makes the catalog offer exactly these, restoring archived offerings, and updates the catalog's count. */
export async function replaceOfferings(
  db: Db,
  customerId: number,
  { catalogId, pages }: CatalogOfferings,
  at: Date,
): Promise<void> {
  const ids: string[] = [];
  for (const page of pages) {
    ids.push(...page.ids);
    await sql`
      insert into offerings (customer_id, catalog_id, offering_id, title, description, price, currency, landing_url, item,
        created_at, updated_at)
      select ${customerId}, ${catalogId}, wanted.*, ${at}, ${at}
      from jsonb_to_recordset(${page.rows}::jsonb) as wanted (offering_id text, title text, description text, price numeric,
        currency text, landing_url text, item jsonb)
      on conflict (customer_id, catalog_id, offering_id) do update set
        title = excluded.title, description = excluded.description, price = excluded.price, currency = excluded.currency,
        landing_url = excluded.landing_url, item = excluded.item, archived_at = null,
        updated_at = excluded.updated_at
      returning true`.execute(db);
  }
  await sql`
    update offerings set archived_at = ${at}, updated_at = ${at}
    where customer_id = ${customerId} and catalog_id = ${catalogId} and archived_at is null
      and offering_id not in (select unnest(${ids}::text[]))`.execute(db);
  await db
    .updateTable("catalogs")
    .set({ offering_count: ids.length })
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .execute();
}

/** Also clears the digest, because the catalog no longer matches what was synced. */
async function recount(db: Db, customerId: number, catalogId: number, by: number): Promise<void> {
  await db
    .updateTable("catalogs")
    .set((catalog) => ({ offering_count: catalog("offering_count", "+", by), content_hash: null }))
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .execute();
}

function offered(db: Db, customerId: number) {
  return db.selectFrom("offerings").selectAll().where("customer_id", "=", customerId).where("archived_at", "is", null);
}

function columnsOf({ title, description, price, currency, landingUrl, item }: NewOffering) {
  return {
    title,
    description,
    price,
    currency,
    landing_url: landingUrl,
    item: item && JSON.stringify(item),
  } satisfies RowChange<"offerings">;
}

function fromRow(row: Row<"offerings">): Offering {
  return {
    catalogId: row.catalog_id,
    offeringId: row.offering_id,
    title: row.title,
    description: row.description,
    price: row.price,
    currency: row.currency,
    landingUrl: row.landing_url,
    item: row.item as Item | null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
