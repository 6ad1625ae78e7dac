import { createHash } from "node:crypto";
import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import type { JsonRecord } from "../avails/avail.ts";
import { wholeNumberIn } from "../feed/reading/cell.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSource } from "../modular-source.ts";
import { daysFromTotals } from "./delivery.ts";
import { recordDelivered } from "./record-delivered.ts";
import { findReport, insertReport, listDays, listPrices } from "./store.ts";

/** Maps a report that consists of one total to the row that a file would have. */
const WHOLE_ROW = {
  rowNumber: 1,
  upstreamOrderId: null,
  packageId: null,
  availId: null,
  day: null,
  clicks: 0,
  spend: null,
  views: 0,
  completedViews: 0,
} as const;

/**
 * A booking's final report as a person specifies it: either an uploaded report, or a total in the request, which counts
 * as delivered on the last day of the flight.
 */
export async function settleReport(
  ctx: Context,
  source: ModularSource,
  booking: Booking,
  { reportId: named, deliveredImpressions }: JsonRecord,
): Promise<void> {
  const reportId = String(named);
  const impressions = wholeNumberIn(deliveredImpressions);
  if (impressions === undefined)
    throw new Invalid("result.deliveredImpressions: a whole number of zero or more", {
      field: "result.deliveredImpressions",
    });
  const { bookingId } = booking;
  const known = await findReport(ctx.db, source, { reportId });
  const days = await listDays(ctx.db, source.customerId, [bookingId]);
  if (known && days.length > 0) return;
  const price = (await listPrices(ctx.db, source, [bookingId])).get(bookingId);
  const byDay = new Map(days.map((day) => [day.day, day]));
  const said = daysFromTotals({
    booking,
    cpm: price?.cpm ?? "0",
    known: byDay,
    rows: [{ ...WHOLE_ROW, bookingId, impressions }],
  });
  if (!Array.isArray(said))
    throw new Invalid(`result.deliveredImpressions: ${said.before} impressions were reported already`, {
      field: "result.deliveredImpressions",
    });
  const digest = createHash("sha256").update(`${bookingId} ${reportId}`).digest("hex");
  const currency = price?.currency ?? "USD";
  const [day] = said;
  const report = {
    reportId,
    digest,
    rowCount: 1,
    impressions,
    spend: day?.spend ?? "0",
    currency,
    importedAt: ctx.now,
  };
  if (!known) await insertReport(ctx.db, source, report);
  await recordDelivered(ctx, source, { reportId, days: said, bookings: [booking] });
}
