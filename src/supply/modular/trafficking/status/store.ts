import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../../ground/db/index.ts";
import type { Booking } from "../../ledger/booking.ts";
import { listBooked } from "../../ledger/store.ts";
import type { Place } from "../../modular-source.ts";

export interface DuePoll {
  readonly customerId: number;
  readonly moduleRowId: number;
  readonly at: Date;
}

/** Modules that poll, each with when it is due, where there is something upstream that is not over. */
const polls = sql`
  select customer_id, module_row_id, modular_modules.inventory_source_id,
    coalesce(last_checked_at, created_at) + (config ->> 'pollMinutes')::numeric * interval '1 minute' as at
  from modular_modules
  where kind = 'STATUS_SYNC' and status = 'CONFIGURING' and config ? 'pollMinutes' and exists (
    select from modular_bookings bookings
    where bookings.customer_id = modular_modules.customer_id
      and bookings.inventory_source_id = modular_modules.inventory_source_id and bookings.status = 'BOOKED'
      and upstream_order_id is not null and upstream_status is distinct from 'ENDED')`;

export async function nextDuePoll(db: Db, customerId: number, until: Date): Promise<DuePoll | undefined> {
  const { rows } = await sql<DuePoll>`
    select customer_id as "customerId", module_row_id as "moduleRowId", at from (${polls}) polls
    where customer_id = ${customerId} and at <= ${until} order by at limit 1
  `.execute(db);
  return rows[0];
}

export async function listDuePollsOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DuePoll[]> {
  const { rows } = await sql<DuePoll>`
    select customer_id as "customerId", module_row_id as "moduleRowId", at from (${polls}) polls
    join customers using (customer_id)
    where at <= ${wall}::timestamptz + clock_offset_ms * interval '1 millisecond' order by at limit ${limit}
  `.execute(db);
  return rows;
}

/** The source whose module polls now; undefined where it was not due any more. */
export async function takePoll(
  db: Db,
  customerId: number,
  moduleRowId: number,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ inventory_source_id: number }>`
    update modular_modules set last_checked_at = ${now}
    where customer_id = ${customerId} and module_row_id = ${moduleRowId} and exists (
      select from (${polls}) polls
      where polls.customer_id = ${customerId} and polls.module_row_id = ${moduleRowId} and at <= ${now})
    returning inventory_source_id
  `.execute(db);
  return rows[0]?.inventory_source_id;
}

/** What is upstream and not over. */
export async function listPolled(db: Db, place: Place): Promise<Booking[]> {
  const booked = await listBooked(db, place, 200);
  return booked.filter(({ upstreamOrderId, upstreamStatus }) => upstreamOrderId !== null && upstreamStatus !== "ENDED");
}
