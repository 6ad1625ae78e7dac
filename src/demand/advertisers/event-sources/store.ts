import { sql } from "kysely";
import { type Db, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { EventSource, LastEvents, NewEventSource } from "./event-source.ts";

/** A page of event sources, ordered by id, and their total number. */
export async function listEventSources(
  db: Db,
  customerId: number,
  advertiserId: number,
  page: Page,
): Promise<{ sources: EventSource[]; total: number }> {
  const all = sources(db, customerId).where("advertiser_id", "=", advertiserId);
  const { rows, total } = await pageAndTotal(all.orderBy("event_source_id"), page);
  return { sources: rows.map(fromRow), total };
}

/** The event sources of several advertisers, by advertiser; an advertiser without any is not in the map. */
export async function listEventSourcesOf(
  db: Db,
  customerId: number,
  advertiserIds: readonly number[],
): Promise<Map<number, EventSource[]>> {
  const rows = await sources(db, customerId)
    .where((source) => source("advertiser_id", "=", source.fn.any(source.val([...advertiserIds]))))
    .orderBy("event_source_id")
    .execute();
  return Map.groupBy(rows.map(fromRow), ({ advertiserId }) => advertiserId);
}

/** The existing event sources with these ids. */
export async function findEventSources(
  db: Db,
  customerId: number,
  advertiserId: number,
  eventSourceIds: readonly string[],
): Promise<EventSource[]> {
  const rows = await sources(db, customerId)
    .where("advertiser_id", "=", advertiserId)
    .where((source) => source("event_source_id", "=", source.fn.any(source.val([...eventSourceIds]))))
    .execute();
  return rows.map(fromRow);
}

/** Writes sources with their new values, restoring archived ones. */
export async function upsertEventSources(
  db: Db,
  customerId: number,
  advertiserId: number,
  wanted: readonly NewEventSource[],
  at: Date,
): Promise<void> {
  if (wanted.length === 0) return;
  await sql`
    insert into event_sources (customer_id, advertiser_id, event_source_id, name, event_types, allowed_domains,
      integration_platform, mapping, test_event_code, created_at, updated_at)
    select ${customerId}, ${advertiserId}, wanted.*, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(wanted.map(columnsOf))}::jsonb) as wanted (event_source_id text, name text,
      event_types text[], allowed_domains text[], integration_platform text, mapping jsonb, test_event_code text)
    order by event_source_id
    on conflict (customer_id, advertiser_id, event_source_id) do update set
      name = excluded.name, event_types = excluded.event_types, allowed_domains = excluded.allowed_domains,
      integration_platform = excluded.integration_platform, mapping = excluded.mapping,
      test_event_code = excluded.test_event_code, archived_at = null, updated_at = excluded.updated_at
    returning true`.execute(db);
}

/** Archives every source except these; returns the archived ones. */
export async function archiveEventSourcesBut(
  db: Db,
  customerId: number,
  advertiserId: number,
  kept: readonly string[],
  at: Date,
): Promise<string[]> {
  const rows = await db
    .updateTable("event_sources")
    .set({ archived_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .where("archived_at", "is", null)
    .where((source) => source.not(source("event_source_id", "=", source.fn.any(source.val([...kept])))))
    .returning("event_source_id")
    .execute();
  return rows.map(({ event_source_id }) => event_source_id).sort();
}

/** Records what a batch showed about its source. Other fields stay, and an older event does not replace a newer one. */
export async function recordSeen(
  db: Db,
  customerId: number,
  { advertiserId, eventSourceId }: EventSource,
  { lastEventAt, lastEventReceivedAt, lastEventType, lastError, lastErrorAt }: LastEvents,
): Promise<void> {
  await sql`
    update event_sources set
      last_event_type = case when last_event_at > ${lastEventAt}::timestamptz then last_event_type
        else coalesce(${lastEventType}, last_event_type) end,
      last_event_at = greatest(last_event_at, ${lastEventAt}::timestamptz),
      last_received_at = coalesce(${lastEventReceivedAt}::timestamptz, last_received_at),
      last_error = coalesce(${lastError}, last_error),
      last_error_at = coalesce(${lastErrorAt}::timestamptz, last_error_at)
    where customer_id = ${customerId} and advertiser_id = ${advertiserId} and event_source_id = ${eventSourceId}
  `.execute(db);
}

function sources(db: Db, customerId: number) {
  return db
    .selectFrom("event_sources")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("archived_at", "is", null);
}

function columnsOf(source: NewEventSource) {
  return {
    event_source_id: source.eventSourceId,
    name: source.name,
    event_types: source.eventTypes,
    allowed_domains: source.allowedDomains,
    integration_platform: source.integrationPlatform,
    mapping: source.mapping,
    test_event_code: source.testEventCode,
  };
}

function fromRow(row: Row<"event_sources">): EventSource {
  return {
    advertiserId: row.advertiser_id,
    eventSourceId: row.event_source_id,
    name: row.name,
    eventTypes: row.event_types as EventSource["eventTypes"],
    allowedDomains: row.allowed_domains,
    integrationPlatform: row.integration_platform,
    mapping: row.mapping as EventSource["mapping"],
    testEventCode: row.test_event_code,
    seen: {
      lastEventAt: row.last_event_at,
      lastEventReceivedAt: row.last_received_at,
      lastEventType: row.last_event_type as LastEvents["lastEventType"],
      lastError: row.last_error,
      lastErrorAt: row.last_error_at,
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
