import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { Avail, JsonRecord } from "./avail.ts";

/** A part of an upload, by the ids of its avails: behind the first, up to the last, which is null where it goes to the end. */
export interface UploadPart {
  readonly after: string;
  readonly upTo: string | null;
}

/** The parts of an upload, so that no statement takes them all: a commit of many avails is many short statements. */
export async function listUploadParts(db: Db, customerId: number, uploadId: string): Promise<UploadPart[]> {
  const ROWS = 5_000;
  const { rows } = await sql<{ avail_id: string }>`
    select avail_id from (
      select avail_id, row_number() over (order by avail_id) as number from modular_upload_rows
      where customer_id = ${customerId} and upload_id = ${uploadId}
    ) numbered where number % ${ROWS} = 0 order by avail_id
  `.execute(db);
  const ends = [...rows.map(({ avail_id }) => avail_id), null];
  return ends.map((upTo, at) => ({ after: ends[at - 1] ?? "", upTo }));
}

/** What has been sold of an avail is unchanged, whatever capacity the feed says. */
export async function upsertFromUpload(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { uploadId, revision, at }: { readonly uploadId: string; readonly revision: number; readonly at: Date },
  { after, upTo }: UploadPart,
): Promise<void> {
  await sql`
    insert into modular_avails (customer_id, inventory_source_id, avail_id, name, collection_id, collection_name,
      collection_description, channel, start_time, end_time, impressions_capacity, upstream_booked_impressions, cpm, currency,
      targeting, source_metadata, format_options, publisher_properties, group_key, feed_revision, updated_at)
    select ${customerId}, ${inventorySourceId}, avail_id, name, collection_id, collection_name, collection_description,
      channel, start_time, end_time, impressions_capacity, upstream_booked_impressions, cpm, currency, targeting,
      source_metadata, format_options, publisher_properties, group_key, ${revision}, ${at}
    from modular_upload_rows
    where customer_id = ${customerId} and upload_id = ${uploadId} and avail_id > ${after}
      and (${upTo}::text is null or avail_id <= ${upTo})
    -- Two commits take the locks of the avails that they share in one order.
    order by avail_id
    on conflict (customer_id, inventory_source_id, avail_id) do update set
      name = excluded.name, collection_id = excluded.collection_id, collection_name = excluded.collection_name,
      collection_description = excluded.collection_description, channel = excluded.channel,
      start_time = excluded.start_time, end_time = excluded.end_time, impressions_capacity = excluded.impressions_capacity,
      upstream_booked_impressions = excluded.upstream_booked_impressions, cpm = excluded.cpm, currency = excluded.currency,
      targeting = excluded.targeting, source_metadata = excluded.source_metadata, format_options = excluded.format_options,
      publisher_properties = excluded.publisher_properties, group_key = excluded.group_key, withdrawn = false,
      feed_revision = excluded.feed_revision, updated_at = excluded.updated_at
    returning true
  `.execute(db);
}

/** Has avails be found by the words of the upload, and by no others. */
export async function replaceWords(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { uploadId, isFirst }: { readonly uploadId: string; readonly isFirst: boolean },
  { after, upTo }: UploadPart,
): Promise<void> {
  const said = sql`
    select word, avail_id from modular_upload_rows cross join lateral unnest(words) word
    where customer_id = ${customerId} and upload_id = ${uploadId} and avail_id > ${after}
      and (${upTo}::text is null or avail_id <= ${upTo})`;
  if (!isFirst)
    await sql`
      delete from modular_avail_words known using modular_upload_rows sent
      where known.customer_id = ${customerId} and known.inventory_source_id = ${inventorySourceId}
        and sent.customer_id = ${customerId} and sent.upload_id = ${uploadId} and sent.avail_id = known.avail_id
        and sent.avail_id > ${after} and (${upTo}::text is null or sent.avail_id <= ${upTo})
        and known.word <> all (sent.words)
    `.execute(db);
  await sql`
    insert into modular_avail_words
    select ${customerId}, ${inventorySourceId}, word, avail_id from (${said}) said
    on conflict do nothing
    returning true
  `.execute(db);
}

/** Takes what the newest commit did not name off sale; answers how many. */
export async function withdrawOthers(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  revision: number,
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("modular_avails")
    .set({ withdrawn: true, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("feed_revision", "<", revision)
    .where("withdrawn", "=", false)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export interface Shortfall {
  readonly availId: string;
  readonly name: string;
  readonly impressions: number;
}

/** The avails of a commit of which more is sold than there is now, the worst first. */
export async function listShortfalls(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  revision: number,
): Promise<Shortfall[]> {
  const rows = await db
    .selectFrom("modular_avails")
    .select(["avail_id", "name", sql<number>`held + booked - impressions_capacity`.as("impressions")])
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("feed_revision", "=", revision)
    .where(sql<boolean>`held + booked > impressions_capacity`)
    .orderBy("impressions", "desc")
    .limit(100)
    .execute();
  return rows.map(({ avail_id, name, impressions }) => ({ availId: avail_id, name, impressions }));
}

/**
 * In the order of their ids, so that everybody locks several in the same order; locked until the end of the
 * transaction.
 */
export async function lockAvails(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  availIds: readonly string[],
): Promise<Avail[]> {
  const rows = await avails(db, { customerId, inventorySourceId })
    .where((avail) => avail("avail_id", "=", avail.fn.any(avail.val([...availIds]))))
    .orderBy("avail_id")
    .forUpdate()
    .execute();
  return rows.map(fromRow);
}

export async function listAvails(db: Db, place: ModularSourceRef, availIds: readonly string[]): Promise<Avail[]> {
  const rows = await avails(db, place)
    .where((avail) => avail("avail_id", "=", avail.fn.any(avail.val([...availIds]))))
    .orderBy("avail_id")
    .execute();
  return rows.map(fromRow);
}

/** A page of what is on sale or was, by their ids. */
export async function listAvailPage(
  db: Db,
  place: ModularSourceRef,
  { take, after, now }: { readonly take: number; readonly after: string; readonly now: Date },
): Promise<Avail[]> {
  const rows = await avails(db, place)
    .where("withdrawn", "=", false)
    .where("end_time", ">", now)
    .where("avail_id", ">", after)
    .orderBy("avail_id")
    .limit(take)
    .execute();
  return rows.map(fromRow);
}

function avails(db: Db, { customerId, inventorySourceId }: ModularSourceRef) {
  return db
    .selectFrom("modular_avails")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId);
}

export function fromRow(row: Row<"modular_avails">): Avail {
  return {
    availId: row.avail_id,
    name: row.name,
    collectionId: row.collection_id,
    collectionName: row.collection_name,
    collectionDescription: row.collection_description,
    channel: row.channel,
    startTime: row.start_time,
    endTime: row.end_time,
    impressionsCapacity: row.impressions_capacity,
    upstreamBookedImpressions: row.upstream_booked_impressions,
    cpm: row.cpm,
    currency: row.currency,
    targeting: row.targeting as JsonRecord,
    sourceMetadata: row.source_metadata as JsonRecord,
    formatOptions: row.format_options as JsonRecord[],
    publisherProperties: row.publisher_properties as JsonRecord[],
    groupKey: row.group_key,
    held: row.held,
    booked: row.booked,
    withdrawn: row.withdrawn,
  };
}
