import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { sum } from "../../../ground/kernel/money.ts";
import type { Booking } from "../ledger/booking.ts";
import { listBookings } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { type DeliveredDay, daysFromTotals, daysIn } from "./delivery.ts";
import type { ReportFlaw, ReportRow } from "./read-report.ts";
import { recordDelivered } from "./record-delivered.ts";
import { findReport, insertReport, listDays, listPrices, matchRows, type Report } from "./store.ts";

export interface ReportToImport {
  readonly rows: readonly ReportRow[];
  readonly digest: string;
  readonly currency: string;
  readonly totals: ColumnMapping["totals"];
}

export interface Imported {
  readonly report: Report;
  /** False if this very file was imported before. */
  readonly changed: boolean;
  readonly bookings: readonly Booking[];
  /** Rows that match no booking of this source, or cannot be correct. */
  readonly flaws: readonly ReportFlaw[];
}

/** Stores a report as the delivery of the bookings in it. A day that was reported before gets this report's figures. */
export async function importReport(ctx: Context, source: ModularSource, incoming: ReportToImport): Promise<Imported> {
  const { rows, digest, currency } = incoming;
  const known = await findReport(ctx.db, source, { digest });
  if (known) return { report: known, changed: false, bookings: [], flaws: [] };
  const matched = await matchRows(ctx.db, source, rows);
  const flaws: ReportFlaw[] = rows
    .filter(({ rowNumber }) => !matched.has(rowNumber))
    .map((row) => flawOf(row, "there is no booking of this source that the row could be about"));
  const groups = Map.groupBy(rows, ({ rowNumber }) => matched.get(rowNumber));
  groups.delete(undefined);
  const bookingIds = [...groups.keys()].filter((id) => id !== undefined).sort();
  const prices = await listPrices(ctx.db, source, bookingIds);
  const before = Map.groupBy(await listDays(ctx.db, source.customerId, bookingIds), ({ bookingId }) => bookingId);
  const days: DeliveredDay[] = [];
  const bookings: Booking[] = [];
  for (const booking of await listBookings(ctx.db, source, bookingIds)) {
    const { bookingId } = booking;
    const price = prices.get(bookingId);
    const own = groups.get(bookingId) ?? [];
    if (!price) continue;
    if (price.currency !== null && price.currency !== currency) {
      flaws.push(
        ...own.map((row) => flawOf(row, `the booking was sold in ${price.currency}, and the report is in ${currency}`)),
      );
      continue;
    }
    const knownDays = new Map((before.get(bookingId) ?? []).map((day) => [day.day, day]));
    const reported = { booking, cpm: price.cpm, known: knownDays, rows: own };
    const isTotal = incoming.totals === "running" || own.every(({ day }) => day === null);
    const said = isTotal ? daysFromTotals(reported) : daysIn(reported);
    if (Array.isArray(said)) {
      days.push(...said);
      bookings.push(booking);
    } else flaws.push(flawOf(said.row, `the total is less than the ${said.before} impressions of the days before`));
  }
  const report: Report = {
    reportId: newId("report", ctx.random),
    digest,
    rowCount: rows.length,
    impressions: days.reduce((total, { impressions }) => total + impressions, 0),
    spend: sum(days.map(({ spend }) => spend)),
    currency,
    importedAt: ctx.now,
  };
  // A file without a single matching row leaves no trace, so that it can be sent again.
  if (days.length === 0) return { report, changed: false, bookings: [], flaws };
  if (!(await insertReport(ctx.db, source, report))) return importReport(ctx, source, incoming);
  await recordDelivered(ctx, source, { reportId: report.reportId, days, bookings });
  return { report, changed: true, bookings, flaws };
}

function flawOf({ rowNumber, bookingId, upstreamOrderId, packageId }: ReportRow, message: string): ReportFlaw {
  return { rowNumber, column: null, value: bookingId ?? upstreamOrderId ?? packageId, message };
}
