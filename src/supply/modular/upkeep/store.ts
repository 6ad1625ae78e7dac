import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";

export interface DueSource {
  readonly customerId: number;
  readonly inventorySourceId: number;
  readonly at: Date;
}

/** When the avails of sources become stale, if nobody has been asked about that yet. */
const staleSources = sql`
  select customer_id, inventory_source_id,
    feed_confirmed_at + (config ->> 'maxFeedAgeHours')::numeric * interval '1 hour' as at
  from modular_modules join modular_sources using (customer_id, inventory_source_id)
  where kind = 'INVENTORY_FEED' and modular_modules.status <> 'DISABLED' and config ? 'maxFeedAgeHours'
    and feed_confirmed_at is not null and not is_stale_asked`;
const staleFeeds = sql`select inventory_source_id, at from (${staleSources}) stale`;

/**
 * The source where something is due first, at `until` or before: a hold that expires, a flight that ends, a work item
 * that becomes old.
 */
export async function nextDueSource(db: Db, customerId: number, until: Date): Promise<DueSource | undefined> {
  const { rows } = await sql<DueSource>`
    select inventory_source_id as "inventorySourceId", ${customerId}::bigint as "customerId", at from (
      (select inventory_source_id, expires_at as at from modular_bookings
        where customer_id = ${customerId} and status = 'HELD' and not handed_off and expires_at <= ${until}
        order by expires_at limit 1)
      union all
      (select inventory_source_id, runs_until from modular_bookings
        where customer_id = ${customerId} and status = 'BOOKED' and not is_report_asked and runs_until <= ${until}
        order by runs_until limit 1)
      union all
      (select inventory_source_id, due_at from modular_work_items
        where customer_id = ${customerId} and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and not is_old_told and due_at <= ${until}
        order by due_at limit 1)
      union all
      (${staleFeeds} where stale.customer_id = ${customerId} and stale.at <= ${until} order by at limit 1)
    ) due order by at limit 1
  `.execute(db);
  return rows[0];
}

/** The same for all customers, each by its own clock. */
export async function listDueOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DueSource[]> {
  // No customer's clock is further ahead than this, so nothing later can be due for anybody.
  const latest = sql`${wall}::timestamptz + (select max(clock_offset_ms) from customers) * interval '1 millisecond'`;
  const { rows } = await sql<DueSource>`
    select due.customer_id as "customerId", due.inventory_source_id as "inventorySourceId", min(due.at) as at from (
      select customer_id, inventory_source_id, expires_at as at from modular_bookings
        where status = 'HELD' and not handed_off and expires_at <= ${latest}
      union all
      select customer_id, inventory_source_id, runs_until from modular_bookings
        where status = 'BOOKED' and not is_report_asked and runs_until <= ${latest}
      union all
      select customer_id, inventory_source_id, due_at from modular_work_items
        where status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and not is_old_told and due_at <= ${latest}
      union all
      select customer_id, inventory_source_id, at from (${staleSources}) stale
    ) due
    join customers using (customer_id)
    where due.at <= ${wall}::timestamptz + clock_offset_ms * interval '1 millisecond'
    group by due.customer_id, due.inventory_source_id
    order by at
    limit ${limit}
  `.execute(db);
  return rows;
}
