import { sql } from "kysely";
import type { Db, Row } from "../../../../ground/db/index.ts";
import { instantOf } from "../../../../ground/kernel/clock.ts";
import { stepped } from "../../../../ground/kernel/lifecycle.ts";
import type { ModularSourceRef } from "../../modular-source.ts";
import { type Booking, bookingLife, type Claim, type ReleaseReason } from "../booking.ts";
import { findBooking, fromRow } from "../store.ts";

/** Releases expired holds and gives their impressions back; those of the given avails, or of the whole source (L5). */
export async function expireHolds(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  now: Date,
  availIds: readonly string[] | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ booking_id: string }>`
    with due as (
      select booking_id, avail_id, requested_impressions from modular_bookings
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and status = 'HELD'
        and not handed_off and expires_at <= ${now}
        and (${availIds}::text[] is null or avail_id = any (${availIds}::text[]))
      order by avail_id, booking_id
      for update
    ), released as (
      update modular_bookings set status = ${stepped(bookingLife, "release", "HELD")}, release_reason = 'EXPIRED', updated_at = ${now}
      from due where modular_bookings.customer_id = ${customerId} and modular_bookings.booking_id = due.booking_id
    ), freed as (
      update modular_avails set held = held - given.impressions
      from (select avail_id, sum(requested_impressions) as impressions from due group by avail_id) given
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and modular_avails.avail_id = given.avail_id
    )
    select booking_id from due order by booking_id
  `.execute(db);
  return rows.map(({ booking_id }) => booking_id);
}

/**
 * Takes impressions from locked avails and stores the holds, in a single statement because others are waiting for these
 * rows. An avail never gives more than it has left (L1): undefined if one has too little, and then the transaction must
 * not be committed.
 */
export async function insertHolds(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  claims: readonly Claim[],
  now: Date,
): Promise<Booking[] | undefined> {
  const column = <T>(pick: (claim: Claim) => T): T[] => claims.map(pick);
  const { rows } = await sql<Row<"modular_bookings">>`
    with claim as (
      select * from unnest(
        ${column(({ bookingId }) => bookingId)}::text[], ${column(({ availId }) => availId)}::text[],
        ${column(({ mediaBuyId }) => mediaBuyId)}::text[], ${column(({ packageId }) => packageId)}::text[],
        ${column(({ buyerCustomerId }) => buyerCustomerId)}::bigint[],
        ${column(({ requestedImpressions }) => requestedImpressions)}::bigint[],
        ${column(({ expiresAt }) => expiresAt.toISOString())}::timestamptz[],
        ${column(({ runsUntil }) => instantOf(runsUntil))}::timestamptz[],
        ${column(({ campaignName }) => campaignName)}::text[], ${column(({ advertiserName }) => advertiserName)}::text[]
      ) as one (booking_id, avail_id, media_buy_id, package_id, buyer_customer_id, impressions, expires_at, runs_until,
        campaign_name, advertiser_name)
    ), wanted as (
      select avail_id, sum(impressions) as impressions from claim group by avail_id
    ), taken as (
      update modular_avails set held = held + wanted.impressions
      from wanted
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId}
        and modular_avails.avail_id = wanted.avail_id and not withdrawn and end_time > ${now}
        and impressions_capacity - held - booked >= wanted.impressions
      returning modular_avails.avail_id, modular_avails.end_time
    )
    insert into modular_bookings (customer_id, booking_id, inventory_source_id, avail_id, media_buy_id, package_id,
      buyer_customer_id, requested_impressions, status, expires_at, runs_until, campaign_name, advertiser_name, created_at,
      updated_at)
    select ${customerId}, claim.booking_id, ${inventorySourceId}, claim.avail_id, media_buy_id, package_id, buyer_customer_id,
      impressions, 'HELD', expires_at, coalesce(least(runs_until, taken.end_time), taken.end_time), campaign_name,
      advertiser_name, ${now}, ${now}
    from claim join taken using (avail_id)
    where (select count(*) from taken) = (select count(*) from wanted)
    returning *
  `.execute(db);
  return rows.length > 0 ? rows.map(fromRow) : undefined;
}

/** HELD to BOOKED; returns false if it was no longer HELD. */
export async function book(
  db: Db,
  { customerId }: ModularSourceRef,
  { bookingId }: Booking,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ avail_id: string }>`
    with moved as (
      update modular_bookings set status = ${stepped(bookingLife, "book", "HELD")}, updated_at = ${now}
      where customer_id = ${customerId} and booking_id = ${bookingId} and status = 'HELD'
      returning inventory_source_id, avail_id, requested_impressions
    )
    update modular_avails set held = held - requested_impressions, booked = booked + requested_impressions
    from moved
    where customer_id = ${customerId} and modular_avails.inventory_source_id = moved.inventory_source_id
      and modular_avails.avail_id = moved.avail_id
    returning modular_avails.avail_id
  `.execute(db);
  return rows.length > 0;
}

/** HELD to RELEASED, or BOOKED to CANCELLED, giving the impressions back; undefined if it was already final. */
export async function endBooking(
  db: Db,
  place: ModularSourceRef,
  { bookingId }: Pick<Booking, "bookingId">,
  reason: ReleaseReason,
  now: Date,
): Promise<Booking | undefined> {
  const { customerId } = place;
  await sql`
    with gone as (
      select booking_id, inventory_source_id, avail_id, status, requested_impressions from modular_bookings
      where customer_id = ${customerId} and booking_id = ${bookingId} and status in ('HELD', 'BOOKED')
      for update
    ), marked as (
      update modular_bookings set
        status = case
          when 'HELD' = gone.status then ${stepped(bookingLife, "release", "HELD")} else ${stepped(bookingLife, "release", "BOOKED")} end,
        release_reason = ${reason}, updated_at = ${now}
      from gone where modular_bookings.customer_id = ${customerId} and modular_bookings.booking_id = gone.booking_id
    )
    update modular_avails set
      held = held - case when 'HELD' = gone.status then requested_impressions else 0 end,
      booked = booked - case when 'BOOKED' = gone.status then requested_impressions else 0 end
    from gone
    where customer_id = ${customerId} and modular_avails.inventory_source_id = gone.inventory_source_id
      and modular_avails.avail_id = gone.avail_id
  `.execute(db);
  return findBooking(db, place, bookingId);
}

/** Takes more of the avail for a live booking, or gives some back; returns false if too little is left (L1). */
export async function resize(
  db: Db,
  { customerId }: ModularSourceRef,
  { bookingId }: Booking,
  impressions: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ booking_id: string }>`
    with before as (
      select inventory_source_id, avail_id, status, ${impressions}::bigint - requested_impressions as more
      from modular_bookings
      where customer_id = ${customerId} and booking_id = ${bookingId} and status in ('HELD', 'BOOKED')
    ), moved as (
      update modular_avails set
        held = held + case when 'HELD' = before.status then more else 0 end,
        booked = booked + case when 'BOOKED' = before.status then more else 0 end
      from before
      where customer_id = ${customerId} and modular_avails.inventory_source_id = before.inventory_source_id
        and modular_avails.avail_id = before.avail_id and (more <= 0 or impressions_capacity - held - booked >= more)
      returning 1
    )
    update modular_bookings set requested_impressions = ${impressions}, revision = revision + 1, updated_at = ${now}
    where customer_id = ${customerId} and booking_id = ${bookingId} and exists (select from moved)
    returning booking_id
  `.execute(db);
  return rows.length > 0;
}

/** The results that upstream stages have left on a booking. */
export interface UpstreamChange {
  readonly handedOff?: true;
  readonly upstreamOrderId?: string;
  readonly upstreamStatus?: string;
  readonly creativeRef?: string;
  readonly trafficRef?: string;
  readonly campaignName?: string;
  readonly advertiserName?: string;
  readonly runsUntil?: Date;
  readonly reportAsked?: true;
}

export async function updateUpstream(
  db: Db,
  { customerId }: ModularSourceRef,
  bookingId: string,
  change: UpstreamChange,
  now: Date,
): Promise<void> {
  await db
    .updateTable("modular_bookings")
    .set({
      ...(change.handedOff && { handed_off: true }),
      ...(change.upstreamOrderId !== undefined && { upstream_order_id: change.upstreamOrderId }),
      ...(change.upstreamStatus !== undefined && { upstream_status: change.upstreamStatus }),
      ...(change.creativeRef !== undefined && { creative_ref: change.creativeRef }),
      ...(change.trafficRef !== undefined && { traffic_ref: change.trafficRef }),
      ...(change.campaignName !== undefined && { campaign_name: change.campaignName }),
      ...(change.advertiserName !== undefined && { advertiser_name: change.advertiserName }),
      ...(change.runsUntil !== undefined && { runs_until: change.runsUntil }),
      ...(change.reportAsked && { is_report_asked: true }),
      updated_at: now,
    })
    .where("customer_id", "=", customerId)
    .where("booking_id", "=", bookingId)
    .execute();
}

/** Counts a change that upstream has to make to a booking, possibly with a new end, which is never later than the avail's. */
export async function recordChange(
  db: Db,
  { customerId }: ModularSourceRef,
  { bookingId }: Booking,
  runsUntil: Date | null,
  now: Date,
): Promise<Booking> {
  const row = await db
    .updateTable("modular_bookings")
    .set({
      revision: sql<number>`revision + 1`,
      ...(runsUntil && {
        runs_until: sql<Date>`(select least(${runsUntil}::timestamptz, avails.end_time) from modular_avails avails
          where avails.customer_id = modular_bookings.customer_id
            and avails.inventory_source_id = modular_bookings.inventory_source_id
            and avails.avail_id = modular_bookings.avail_id)`,
      }),
      updated_at: now,
    })
    .where("customer_id", "=", customerId)
    .where("booking_id", "=", bookingId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}
