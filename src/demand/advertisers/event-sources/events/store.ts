import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../../ground/db/index.ts";
import type { EventSource } from "../event-source.ts";
import type { LoggedEvent } from "./event.ts";
import type { Hours } from "./event-summary.ts";

interface IncomingEvents {
  readonly testCode: string | undefined;
  /** Wall-clock time. */
  readonly receivedAt: Date;
}

/**
 * Stores the events that are new, and counts them in their hours unless they are tests, in one statement for any
 * number. Returns how many were stored. Rows are always written in the same order, because otherwise two batches could
 * deadlock.
 */
export async function insertEvents(
  db: Db,
  customerId: number,
  { advertiserId, eventSourceId }: EventSource,
  events: readonly LoggedEvent[],
  { testCode = "", receivedAt }: IncomingEvents,
): Promise<number> {
  if (events.length === 0) return 0;
  const { rows } = await sql<{ written: number }>`
    with logged as (
      insert into logged_events (customer_id, advertiser_id, event_source_id, test_event_code, received_at, event_id,
        event_type, event_time, action_source, event_source_url, custom_event_name, user_match, custom_data)
      select ${customerId}::bigint, ${advertiserId}::bigint, ${eventSourceId}, ${testCode}, ${receivedAt}::timestamptz, sent.*
      from jsonb_to_recordset(${JSON.stringify(events.map(columnsOf))}::jsonb) as sent (event_id text, event_type text,
        event_time timestamptz, action_source text, event_source_url text, custom_event_name text, user_match jsonb,
        custom_data jsonb)
      order by sent.event_type, sent.event_id
      on conflict do nothing
      returning event_type, event_time, test_event_code
    ), counted as (
      insert into event_hours as known (customer_id, advertiser_id, event_source_id, hour, event_type, event_count)
      select ${customerId}::bigint, ${advertiserId}::bigint, ${eventSourceId}, date_trunc('hour', event_time, 'UTC') as hour,
        event_type, count(*)
      from logged where test_event_code = '' group by hour, event_type order by hour, event_type
      on conflict (customer_id, advertiser_id, hour, event_source_id, event_type)
        do update set event_count = known.event_count + excluded.event_count
      returning true
    )
    select count(*) as written from logged`.execute(db);
  return rows[0]?.written ?? 0;
}

/** The hours with events, earliest first. */
export async function countEventsByHour(
  db: Db,
  customerId: number,
  advertiserId: number,
  { from, to }: Hours,
): Promise<{ hour: Date; count: number }[]> {
  return db
    .selectFrom("event_hours")
    .select((event) => ["hour", sql<number>`sum(${event.ref("event_count")})::bigint`.as("count")])
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .where("hour", ">=", from)
    .where("hour", "<", to)
    .groupBy("hour")
    .orderBy("hour")
    .execute();
}

const KEY_COLUMNS = ["customer_id", "advertiser_id", "event_source_id", "event_type", "event_id", "test_event_code"];
const KEY = sql.raw(KEY_COLUMNS.join(", "));
const keyOf = (table: string) => sql.raw(KEY_COLUMNS.map((column) => `${table}.${column}`).join(", "));

/** Small enough for each batch to stay within a statement's time limit, even when there is a backlog. */
const MOST_AT_ONCE = 100_000;

/** Deletes events received before `wall`; their hourly counts are kept. */
export async function deleteEventsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await sql`
    with old as (select ${KEY} from logged_events where received_at < ${wall} limit ${MOST_AT_ONCE})
    delete from logged_events using old where (${keyOf("logged_events")}) = (${keyOf("old")})`.execute(db);
}

function columnsOf(event: LoggedEvent) {
  return {
    event_id: event.eventId,
    event_type: event.eventType,
    event_time: event.eventTime,
    action_source: event.actionSource,
    event_source_url: event.eventSourceUrl,
    custom_event_name: event.customEventName,
    user_match: event.userMatch,
    custom_data: event.customData,
  };
}
