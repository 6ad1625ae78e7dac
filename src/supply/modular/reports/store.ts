import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { DeliveredDay } from "./delivery.ts";
import type { ReportRow } from "./read-report.ts";

/** An imported report. */
export interface Report {
  readonly reportId: string;
  readonly digest: string;
  readonly rowCount: number;
  readonly impressions: number;
  readonly spend: Decimal;
  readonly currency: string;
  readonly importedAt: Date;
}

/** Returns false if this very file was imported before. */
export async function insertReport(db: Db, place: ModularSourceRef, report: Report): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("modular_reports")
    .values({
      customer_id: place.customerId,
      report_id: report.reportId,
      inventory_source_id: place.inventorySourceId,
      digest: report.digest,
      row_count: report.rowCount,
      impressions: report.impressions,
      spend: report.spend,
      currency: report.currency,
      imported_at: report.importedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findReport(
  db: Db,
  place: ModularSourceRef,
  by: { readonly digest: string } | { readonly reportId: string },
): Promise<Report | undefined> {
  const [column, value] = "digest" in by ? (["digest", by.digest] as const) : (["report_id", by.reportId] as const);
  const row = await db
    .selectFrom("modular_reports")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where(column, "=", value)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The booking that each row is about, if there is one: by its id, by the upstream id, or by package and avail. */
export async function matchRows(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  rows: readonly ReportRow[],
): Promise<ReadonlyMap<number, string>> {
  const column = <T>(pick: (row: ReportRow) => T): T[] => rows.map(pick);
  const { rows: found } = await sql<{ row_number: number; booking_id: string }>`
    with said as (
      select * from unnest(
        ${column(({ rowNumber }) => rowNumber)}::int[], ${column(({ bookingId }) => bookingId)}::text[],
        ${column(({ upstreamOrderId }) => upstreamOrderId)}::text[], ${column(({ packageId }) => packageId)}::text[],
        ${column(({ availId }) => availId)}::text[]
      ) one (row_number, booking_id, upstream_order_id, package_id, avail_id)
    ), sold as (
      select booking_id, upstream_order_id, package_id, avail_id, status from modular_bookings
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and status in ('BOOKED', 'CANCELLED')
    ), matched as (
      -- One equality per branch, so that PostgreSQL joins rows and bookings by hash instead of comparing each with
      -- each.
      select said.row_number, said.avail_id as wanted, sold.* from said join sold using (booking_id)
      union all
      select said.row_number, said.avail_id, sold.* from said join sold using (upstream_order_id) where said.booking_id is null
      union all
      select said.row_number, said.avail_id, sold.* from said join sold using (package_id)
      where said.booking_id is null and said.upstream_order_id is null
    )
    select distinct on (row_number) row_number, booking_id from matched
    where wanted is null or wanted = avail_id
    order by row_number, status, booking_id
  `.execute(db);
  return new Map(found.map((row) => [row.row_number, row.booking_id]));
}

export async function listDays(db: Db, customerId: number, bookingIds: readonly string[]): Promise<DeliveredDay[]> {
  const rows = await db
    .selectFrom("modular_delivery")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where((day) => day("booking_id", "=", day.fn.any(day.val([...bookingIds]))))
    .execute();
  return rows.map((row) => ({
    bookingId: row.booking_id,
    day: row.day,
    impressions: row.impressions,
    clicks: row.clicks,
    spend: row.spend,
    views: row.views,
    completedViews: row.completed_views,
  }));
}

/** A day that was reported before gets the figures of this report. */
export async function upsertDays(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  reportId: string,
  days: readonly DeliveredDay[],
): Promise<void> {
  const column = <T>(pick: (day: DeliveredDay) => T): T[] => days.map(pick);
  await sql`
    insert into modular_delivery (customer_id, booking_id, day, inventory_source_id, report_id, impressions, clicks, spend,
      views, completed_views)
    select ${customerId}, booking_id, day, ${inventorySourceId}, ${reportId}, impressions, clicks, spend, views, completed
    from unnest(
      ${column(({ bookingId }) => bookingId)}::text[], ${column(({ day }) => day)}::date[],
      ${column(({ impressions }) => impressions)}::bigint[], ${column(({ clicks }) => clicks)}::bigint[],
      ${column(({ spend }) => spend)}::numeric[], ${column(({ views }) => views)}::bigint[],
      ${column(({ completedViews }) => completedViews)}::bigint[]
    ) said (booking_id, day, impressions, clicks, spend, views, completed)
    on conflict (customer_id, booking_id, day) do update set
      report_id = excluded.report_id, impressions = excluded.impressions, clicks = excluded.clicks, spend = excluded.spend,
      views = excluded.views, completed_views = excluded.completed_views
    returning true`.execute(db);
}

/** Updates the totals of bookings to the sums of all their days. */
export async function sumReported(
  db: Db,
  { customerId }: ModularSourceRef,
  bookings: readonly { readonly bookingId: string }[],
  at: Date,
): Promise<void> {
  const ids = bookings.map(({ bookingId }) => bookingId);
  await sql`
    update modular_bookings set reported_impressions = days.impressions, updated_at = ${at}
    from (
      select booking_id, sum(impressions)::bigint as impressions from modular_delivery
      where customer_id = ${customerId} and booking_id = any (${ids}::text[]) group by booking_id
    ) days
    where customer_id = ${customerId} and modular_bookings.booking_id = days.booking_id
  `.execute(db);
}

/** The price and the currency at which each booking was sold. */
export async function listPrices(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly cpm: Decimal; readonly currency: string | null }>> {
  const { rows } = await sql<{ booking_id: string; cpm: Decimal | null; currency: string | null }>`
    select bookings.booking_id, coalesce(packages.cpm, avails.cpm) as cpm, coalesce(packages.currency, avails.currency) as currency
    from modular_bookings bookings
    join modular_avails avails on avails.customer_id = bookings.customer_id
      and avails.inventory_source_id = bookings.inventory_source_id and avails.avail_id = bookings.avail_id
    left join modular_packages packages on packages.customer_id = bookings.customer_id and packages.package_id = bookings.package_id
    where bookings.customer_id = ${customerId} and bookings.inventory_source_id = ${inventorySourceId}
      and bookings.booking_id = any (${[...bookingIds]}::text[])
  `.execute(db);
  return new Map(rows.map((row) => [row.booking_id, { cpm: row.cpm ?? "0", currency: row.currency }]));
}

function fromRow(row: Row<"modular_reports">): Report {
  return {
    reportId: row.report_id,
    digest: row.digest,
    rowCount: row.row_count,
    impressions: row.impressions,
    spend: row.spend,
    currency: row.currency,
    importedAt: row.imported_at,
  };
}
