import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { Booking, BookingKey, ReleaseReason } from "./booking.ts";

/** The avails with expired holds. */
export async function listDueHolds(db: Db, place: ModularSourceRef, now: Date): Promise<string[]> {
  const rows = await bookings(db, place)
    .clearSelect()
    .select("avail_id")
    .distinct()
    .where("expires_at", "<=", now)
    .where(sql<boolean>`status = 'HELD' and not handed_off`)
    .limit(1_000)
    .execute();
  return rows.map(({ avail_id }) => avail_id);
}

/** The live bookings with these keys; each key has at most one (L3). */
export async function findLive(db: Db, place: ModularSourceRef, keys: readonly BookingKey[]): Promise<Booking[]> {
  const rows = await bookings(db, place)
    .where((one) => one("avail_id", "=", one.fn.any(one.val(keys.map(({ availId }) => availId)))))
    .where((one) => one("media_buy_id", "=", one.fn.any(one.val(keys.map(({ mediaBuyId }) => mediaBuyId)))))
    .where(sql<boolean>`status in ('HELD', 'BOOKED')`)
    .execute();
  return rows.map(fromRow);
}

export async function findBooking(db: Db, place: ModularSourceRef, bookingId: string): Promise<Booking | undefined> {
  const row = await bookings(db, place).where("booking_id", "=", bookingId).executeTakeFirst();
  return row && fromRow(row);
}

export async function listBookings(db: Db, place: ModularSourceRef, bookingIds: readonly string[]): Promise<Booking[]> {
  const rows = await bookings(db, place)
    .where((one) => one("booking_id", "=", one.fn.any(one.val([...bookingIds]))))
    .orderBy("booking_id")
    .execute();
  return rows.map(fromRow);
}

/** Locks the booking: the next change to it waits for this transaction. */
export async function lockBooking(db: Db, place: ModularSourceRef, bookingId: string): Promise<Booking | undefined> {
  const row = await bookings(db, place).where("booking_id", "=", bookingId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the newest booking with a key, whatever its status; if one is live, it is the newest. */
export async function lockNewest(db: Db, place: ModularSourceRef, key: BookingKey): Promise<Booking | undefined> {
  const { mediaBuyId, packageId, buyerCustomerId, availId } = key;
  const row = await bookings(db, place)
    .where("media_buy_id", "=", mediaBuyId)
    .where("avail_id", "=", availId)
    .where("package_id", "is not distinct from", packageId)
    .where("buyer_customer_id", "is not distinct from", buyerCustomerId)
    .orderBy("booking_id", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listBookingsOfBuys(
  db: Db,
  place: ModularSourceRef,
  mediaBuyIds: readonly string[],
): Promise<Booking[]> {
  const rows = await bookings(db, place)
    .where((one) => one("media_buy_id", "=", one.fn.any(one.val([...mediaBuyIds]))))
    .orderBy("booking_id")
    .execute();
  return rows.map(fromRow);
}

/** Booked bookings, those that end first at the beginning. */
export async function listBooked(db: Db, place: ModularSourceRef, limit: number): Promise<Booking[]> {
  const rows = await bookings(db, place)
    .where(sql<boolean>`status = 'BOOKED'`)
    .orderBy("runs_until")
    .orderBy("booking_id")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Bookings that are over and for which no report has been requested yet. */
export async function listOver(db: Db, place: ModularSourceRef, now: Date, limit: number): Promise<Booking[]> {
  const rows = await bookings(db, place)
    .where("runs_until", "<=", now)
    .where(sql<boolean>`status = 'BOOKED' and not is_report_asked`)
    .orderBy("runs_until")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export interface LedgerDrift extends ModularSourceRef {
  readonly availId: string;
}

const MOST_DRIFTING = 1_000;

/** Avails whose sums differ from those of their bookings (L2). There should be none; a nightly check makes sure. */
export async function listDriftOfAllCustomers(db: InstallationDb): Promise<LedgerDrift[]> {
  const { rows } = await sql<LedgerDrift>`
    select customer_id as "customerId", inventory_source_id as "inventorySourceId", avail_id as "availId"
    from (select * from modular_avails where held <> 0 or booked <> 0) avails
    full join (
      select customer_id, inventory_source_id, avail_id,
        coalesce(sum(requested_impressions) filter (where status = 'HELD'), 0) as held,
        coalesce(sum(requested_impressions) filter (where status = 'BOOKED'), 0) as booked
      from modular_bookings where status in ('HELD', 'BOOKED')
      group by customer_id, inventory_source_id, avail_id
    ) sums using (customer_id, inventory_source_id, avail_id)
    where coalesce(avails.held, 0) <> coalesce(sums.held, 0) or coalesce(avails.booked, 0) <> coalesce(sums.booked, 0)
    limit ${MOST_DRIFTING}
  `.execute(db);
  return rows;
}

/** Recounts the bookings of a locked avail; returns their sums. */
export async function recount(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  availId: string,
  at: Date,
): Promise<{ readonly held: number; readonly booked: number }> {
  const { rows } = await sql<{ held: number; booked: number }>`
    update modular_avails set held = sums.held, booked = sums.booked, updated_at = ${at}
    from (
      select coalesce(sum(requested_impressions) filter (where status = 'HELD'), 0)::bigint as held,
        coalesce(sum(requested_impressions) filter (where status = 'BOOKED'), 0)::bigint as booked
      from modular_bookings
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and avail_id = ${availId}
        and status in ('HELD', 'BOOKED')
    ) sums
    where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and avail_id = ${availId}
    returning modular_avails.held, modular_avails.booked
  `.execute(db);
  return rows[0] ?? { held: 0, booked: 0 };
}

function bookings(db: Db, { customerId, inventorySourceId }: ModularSourceRef) {
  return db
    .selectFrom("modular_bookings")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId);
}

export function fromRow(row: Row<"modular_bookings">): Booking {
  return {
    bookingId: row.booking_id,
    inventorySourceId: row.inventory_source_id,
    availId: row.avail_id,
    mediaBuyId: row.media_buy_id,
    packageId: row.package_id,
    buyerCustomerId: row.buyer_customer_id,
    requestedImpressions: row.requested_impressions,
    status: row.status as Booking["status"],
    handedOff: row.handed_off,
    expiresAt: row.expires_at,
    releaseReason: row.release_reason as ReleaseReason | null,
    runsUntil: row.runs_until,
    campaignName: row.campaign_name,
    advertiserName: row.advertiser_name,
    revision: row.revision,
    upstreamOrderId: row.upstream_order_id,
    upstreamStatus: row.upstream_status,
    creativeRef: row.creative_ref,
    trafficRef: row.traffic_ref,
    reportedImpressions: row.reported_impressions,
  };
}
