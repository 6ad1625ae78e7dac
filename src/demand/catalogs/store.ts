import { type Db, pageAndTotal, type Row, type RowChange } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { Catalog, CatalogContent, FeedFormat, UpdateFrequency } from "./catalog.ts";

export interface CatalogFilter {
  readonly type?: Catalog["type"] | undefined;
  readonly status: "ACTIVE" | "ARCHIVED" | "ALL";
}

/** The catalogs that match, newest first, and their total number. */
export async function listCatalogs(
  db: Db,
  customerId: number,
  advertiserId: number,
  { type, status }: CatalogFilter,
  page: Page,
): Promise<{ catalogs: Catalog[]; total: number }> {
  let matching = catalogs(db, customerId).where("advertiser_id", "=", advertiserId);
  if (type) matching = matching.where("type", "=", type);
  if (status !== "ALL") matching = matching.where("archived_at", status === "ACTIVE" ? "is" : "is not", null);
  const { rows, total } = await pageAndTotal(matching.orderBy("catalog_id", "desc"), page);
  return { catalogs: rows.map(fromRow), total };
}

/** Catalogs that are not archived: those with these ids, or all if no ids are given. */
export async function listActiveCatalogs(
  db: Db,
  customerId: number,
  advertiserId: number,
  catalogIds?: readonly number[],
): Promise<Catalog[]> {
  let active = catalogs(db, customerId).where("advertiser_id", "=", advertiserId).where("archived_at", "is", null);
  if (catalogIds)
    active = active.where((catalog) => catalog("catalog_id", "=", catalog.fn.any(catalog.val([...catalogIds]))));
  const rows = await active.orderBy("catalog_id").execute();
  return rows.map(fromRow);
}

/** Finds a catalog by our number, or by the name that its owner gave it. */
function named(query: ReturnType<typeof catalogs>, catalogId: number | string) {
  return typeof catalogId === "number"
    ? query.where("catalog_id", "=", catalogId)
    : query.where("external_id", "=", catalogId);
}

/** The catalog, archived or not. */
export async function findCatalog(
  db: Db,
  customerId: number,
  advertiserId: number,
  catalogId: number | string,
): Promise<Catalog | undefined> {
  const row = await named(
    catalogs(db, customerId).where("advertiser_id", "=", advertiserId),
    catalogId,
  ).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the catalog and its content until the end of the transaction. */
export async function lockCatalog(
  db: Db,
  customerId: number,
  advertiserId: number,
  catalogId: number | string,
): Promise<Catalog | undefined> {
  const row = await named(catalogs(db, customerId).where("advertiser_id", "=", advertiserId), catalogId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function insertCatalog(
  db: Db,
  customerId: number,
  advertiserId: number,
  content: CatalogContent,
  at: Date,
): Promise<Catalog> {
  const row = await db
    .insertInto("catalogs")
    .values({
      customer_id: customerId,
      advertiser_id: advertiserId,
      ...columnsOf(content),
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

export async function describeCatalog(
  db: Db,
  customerId: number,
  { catalogId, name, description, contentHash }: Catalog,
  at: Date,
): Promise<void> {
  await db
    .updateTable("catalogs")
    .set({ name, description, content_hash: contentHash, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("catalog_id", "=", catalogId)
    .execute();
}

/** Archives catalogs with everything in them. */
export async function archiveCatalogs(
  db: Db,
  customerId: number,
  catalogIds: readonly number[],
  at: Date,
): Promise<void> {
  await db
    .updateTable("offerings")
    .set({ archived_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where((offering) => offering("catalog_id", "=", offering.fn.any(offering.val([...catalogIds]))))
    .where("archived_at", "is", null)
    .execute();
  await db
    .updateTable("catalogs")
    .set({ archived_at: at, offering_count: 0, content_hash: null, updated_at: at })
    .where("customer_id", "=", customerId)
    .where((catalog) => catalog("catalog_id", "=", catalog.fn.any(catalog.val([...catalogIds]))))
    .execute();
}

export async function recordSynced(db: Db, customerId: number, catalogIds: readonly number[], at: Date): Promise<void> {
  await db
    .updateTable("catalogs")
    .set({ last_synced_at: at })
    .where("customer_id", "=", customerId)
    .where((catalog) => catalog("catalog_id", "=", catalog.fn.any(catalog.val([...catalogIds]))))
    .execute();
}

function catalogs(db: Db, customerId: number) {
  return db.selectFrom("catalogs").selectAll().where("customer_id", "=", customerId);
}

export function columnsOf({
  externalId,
  name,
  type,
  description,
  feed,
  conversionEvents,
  contentHash,
}: CatalogContent) {
  return {
    external_id: externalId,
    name,
    type,
    description,
    feed_url: feed?.url ?? null,
    feed_format: feed?.format ?? null,
    update_frequency: feed?.updateFrequency ?? null,
    conversion_events: [...conversionEvents],
    content_hash: contentHash,
  } satisfies RowChange<"catalogs">;
}

export function fromRow(row: Row<"catalogs">): Catalog {
  return {
    catalogId: row.catalog_id,
    advertiserId: row.advertiser_id,
    externalId: row.external_id,
    name: row.name,
    type: row.type as Catalog["type"],
    description: row.description,
    feed: row.feed_url === null ? null : feedOf(row.feed_url, row),
    conversionEvents: row.conversion_events,
    contentHash: row.content_hash,
    isArchived: row.archived_at !== null,
    offeringCount: row.offering_count,
    feedReadAt: row.feed_read_at,
    feedWarning: row.feed_warning,
    lastSyncedAt: row.last_synced_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function feedOf(url: string, row: Row<"catalogs">): Catalog["feed"] {
  return {
    url,
    format: row.feed_format as FeedFormat | null,
    updateFrequency: row.update_frequency as UpdateFrequency | null,
  };
}
