import { createHash } from "node:crypto";
import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSource } from "../modular-source.ts";
import { importReport } from "./import-report.ts";
import { ReportedDay } from "./reported-day.ts";
import { listDays, listPrices } from "./store.ts";

const Report = z.object({ days: z.array(ReportedDay).max(4_000) });

/**
 * Stores what a module reports as a booking's delivery, charged at the price of the sale. Days that have not changed
 * have no effect, so a module can be polled as often as necessary.
 */
export async function importDays(
  ctx: Context,
  source: ModularSource,
  booking: Booking,
  result: JsonRecord,
): Promise<void> {
  const report = Report.safeParse(result);
  if (!report.success)
    throw new Invalid(`result.days: ${z.prettifyError(report.error).slice(0, 300)}`, { field: "result.days" });
  const { bookingId } = booking;
  const known = new Map((await listDays(ctx.db, source.customerId, [bookingId])).map((one) => [one.day, one]));
  const news = report.data.days.filter(({ day, impressions, clicks }) => {
    const before = known.get(day);
    return before ? before.impressions !== impressions || before.clicks !== clicks : impressions > 0 || clicks > 0;
  });
  if (news.length === 0) return;
  const price = (await listPrices(ctx.db, source, [bookingId])).get(bookingId);
  // Includes the time, because a day that returns to an earlier value is a change again.
  const digest = createHash("sha256")
    .update(JSON.stringify([bookingId, news, ctx.now, ctx.requestId]))
    .digest("hex");
  const rows = news.map((day, at) => ({ ...NOTHING_ELSE, ...day, rowNumber: at + 1, bookingId }));
  await importReport(ctx, source, { rows, digest, currency: price?.currency ?? "USD", totals: "daily" });
}

const NOTHING_ELSE = {
  upstreamOrderId: null,
  packageId: null,
  availId: null,
  spend: null,
  views: 0,
  completedViews: 0,
} as const;
