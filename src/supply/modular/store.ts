import { sql } from "kysely";
import { type Db, type InstallationDb, storableJson } from "../../ground/db/index.ts";
import type { JsonRecord } from "./avails/avail.ts";
import type { FeedSchedule, ModularSource, ModularSourceRef } from "./modular-source.ts";

export async function insertModularSource(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  setup: JsonRecord,
) {
  await db
    .insertInto("modular_sources")
    .values({ customer_id: customerId, inventory_source_id: inventorySourceId, setup: storableJson(setup) })
    .execute();
}

export async function findModularSource(
  db: Db,
  customerId: number,
  sourceId: string,
): Promise<ModularSource | undefined> {
  const row = await sources(db, customerId).where("inventory_sources.source_id", "=", sourceId).executeTakeFirst();
  return row && fromRow(row);
}

export async function findModularSourceNumbered(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
): Promise<ModularSource | undefined> {
  const row = await sources(db, customerId)
    .where("modular_sources.inventory_source_id", "=", inventorySourceId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listModularSources(db: Db, customerId: number): Promise<ModularSource[]> {
  const rows = await sources(db, customerId).orderBy("modular_sources.inventory_source_id").execute();
  return rows.map(fromRow);
}

/** Locks the feed: the next commit waits for this transaction. */
export async function lockFeed(db: Db, { customerId, inventorySourceId }: ModularSourceRef): Promise<number> {
  const { feed_revision } = await db
    .selectFrom("modular_sources")
    .select("feed_revision")
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return feed_revision;
}

export async function recordCommit(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { revision, digest, at }: { readonly revision: number; readonly digest: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable("modular_sources")
    .set({
      feed_revision: revision,
      feed_digest: digest,
      feed_confirmed_at: at,
      is_stale_asked: false,
      feed_error: null,
    })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

/** Records that a person has confirmed that the avails are still correct. */
export async function recordConfirmation(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  at: Date,
): Promise<void> {
  await db
    .updateTable("modular_sources")
    .set({ feed_confirmed_at: at, is_stale_asked: false })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

/** Records that people were asked about an old feed, so that they are asked only once until they answer. */
export async function recordConfirmationRequested(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
): Promise<void> {
  await db
    .updateTable("modular_sources")
    .set({ is_stale_asked: true })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

export async function saveSchedule(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  schedule: FeedSchedule | null,
  wall: Date,
): Promise<void> {
  await db
    .updateTable("modular_sources")
    .set({
      feed_url: schedule?.url ?? null,
      feed_every_hours: schedule?.everyHours ?? null,
      feed_defaults: storableJson(schedule?.defaults ?? {}),
      feed_etag: null,
      feed_error: null,
      feed_read_at: schedule ? wall : null,
    })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

/** Returns false if it was no longer due, because somebody else has claimed it. */
export async function claimFeedReading(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { wall, next }: { readonly wall: Date; readonly next: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("modular_sources")
    .set({ feed_read_at: next })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("feed_read_at", "<=", wall)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function recordFeedReading(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { etag, error }: { readonly etag: string | null; readonly error: string | null },
): Promise<void> {
  await db
    .updateTable("modular_sources")
    .set({ feed_error: error, ...(error === null && { feed_etag: etag }) })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .execute();
}

export interface DueFeed extends ModularSourceRef {
  readonly at: Date;
}

export async function listDueFeedsOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DueFeed[]> {
  const rows = await db
    .selectFrom("modular_sources")
    .select(["customer_id", "inventory_source_id", "feed_read_at"])
    .where("feed_url", "is not", null)
    .where("feed_read_at", "<=", wall)
    .orderBy("feed_read_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    inventorySourceId: row.inventory_source_id,
    at: row.feed_read_at ?? wall,
  }));
}

type SourceRow = Awaited<ReturnType<ReturnType<typeof sources>["executeTakeFirstOrThrow"]>>;

function sources(db: Db, customerId: number) {
  return db
    .selectFrom("modular_sources")
    .innerJoin("inventory_sources", (join) =>
      join
        .onRef("inventory_sources.customer_id", "=", "modular_sources.customer_id")
        .onRef("inventory_sources.inventory_source_id", "=", "modular_sources.inventory_source_id"),
    )
    .selectAll("modular_sources")
    .select([
      "inventory_sources.storefront_id",
      "inventory_sources.source_id",
      "inventory_sources.name",
      "inventory_sources.status",
      "inventory_sources.agent_id",
    ])
    .where("modular_sources.customer_id", "=", customerId);
}

function fromRow(row: SourceRow): ModularSource {
  const { feed_url: url, feed_every_hours: everyHours } = row;
  return {
    customerId: row.customer_id,
    inventorySourceId: row.inventory_source_id,
    storefrontId: row.storefront_id,
    sourceId: row.source_id,
    name: row.name,
    status: row.status,
    agentId: row.agent_id,
    setup: row.setup as JsonRecord,
    feed: {
      revision: row.feed_revision,
      digest: row.feed_digest,
      confirmedAt: row.feed_confirmed_at,
      schedule:
        url === null || everyHours === null ? null : { url, everyHours, defaults: row.feed_defaults as JsonRecord },
      error: row.feed_error,
      etag: row.feed_etag,
    },
  };
}

/** The facts about a source that its lifecycle needs, counted in one query (modular-rules/1.0.0 §2). */
export interface SourceCounts {
  readonly activeAvails: number;
  readonly live: number;
  readonly handedOff: number;
  readonly handedOffWithoutCreative: number;
  readonly handedOffWithOrder: number;
  readonly reports: number;
}

export async function countForLifecycle(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  now: Date,
): Promise<SourceCounts> {
  const { rows } = await sql<SourceCounts>`
    select
      (select count(*) from modular_avails
        where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId}
          and not withdrawn and end_time > ${now}) as "activeAvails",
      count(*) as live,
      count(*) filter (where handed_off) as "handedOff",
      count(*) filter (where handed_off and creative_ref is null) as "handedOffWithoutCreative",
      count(*) filter (where handed_off and upstream_order_id is not null) as "handedOffWithOrder",
      (select count(*) from (select 1 from modular_reports
        where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} limit 1) one) as reports
    from modular_bookings
    where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and status in ('HELD', 'BOOKED')
  `.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error("a count has a row");
  return counts;
}
