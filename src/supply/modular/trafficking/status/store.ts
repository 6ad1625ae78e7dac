import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../../ground/db/index.ts";
import type { Booking } from "../../ledger/booking.ts";
import { fromRow } from "../../ledger/store.ts";
import type { ModularSourceRef } from "../../modular-source.ts";

export interface DuePoll {
  readonly customerId: number;
  readonly moduleRowId: number;
  readonly at: Date;
}

/** The bookings that are polled: booked upstream, and not over. */
const polled = sql`
  status = 'BOOKED' and upstream_order_id is not null and upstream_status is distinct from 'ENDED'`;

/** Modules that poll, each with the time when it is due, if they have any booking to poll. */
const polls = sql`
  select customer_id, module_row_id, modular_modules.inventory_source_id,
    coalesce(last_checked_at, created_at) + (config ->> 'pollMinutes')::numeric * interval '1 minute' as at
  from modular_modules
  where status = 'CONFIGURING' and config ? 'pollMinutes' and exists (
    select from (select * from modular_bookings where ${polled}) bookings
    where bookings.customer_id = modular_modules.customer_id
      and bookings.inventory_source_id = modular_modules.inventory_source_id)`;

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

/** The source of a module that is due to poll; undefined if the module is removed, disabled, or does not poll. */
export async function findPollSource(
  db: Db,
  customerId: number,
  moduleRowId: number,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ inventory_source_id: number }>`
    update modular_modules set last_checked_at = ${now}
    where customer_id = ${customerId} and module_row_id = ${moduleRowId} and status = 'CONFIGURING' and config ? 'pollMinutes'
    returning inventory_source_id
  `.execute(db);
  return rows[0]?.inventory_source_id;
}

/** Claims the bookings that are due to be polled, those that have waited longest first; nobody else can claim them. */
export async function claimPolledBookings(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { now, since, limit }: { readonly now: Date; readonly since: Date; readonly limit: number },
): Promise<Booking[]> {
  const { rows } = await sql<Row<"modular_bookings">>`
    update modular_bookings set upstream_checked_at = ${now}
    from (
      select booking_id from modular_bookings
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and ${polled}
        and (upstream_checked_at is null or upstream_checked_at <= ${since})
      order by upstream_checked_at nulls first, booking_id
      limit ${limit}
      for update skip locked
    ) due
    where customer_id = ${customerId} and modular_bookings.booking_id = due.booking_id
    returning modular_bookings.*
  `.execute(db);
  return rows.map(fromRow);
}
