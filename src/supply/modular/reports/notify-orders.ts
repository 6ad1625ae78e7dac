import type { Context } from "../../../ground/kernel/context.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { DeliveredDay } from "./delivery.ts";
import { followReportJob } from "./follow-report-job.ts";

/** Tells the orders behind these bookings which days a report covers, because people may send one long after the flight. */
export async function notifyOrders(
  { enqueue }: Context,
  { customerId, inventorySourceId }: ModularSourceRef,
  bookings: readonly Booking[],
  days: readonly DeliveredDay[],
): Promise<void> {
  for (const [mediaBuyId, own] of Map.groupBy(bookings, (booking) => booking.mediaBuyId)) {
    const bookingIds = new Set(own.map(({ bookingId }) => bookingId));
    const reported = days.flatMap(({ bookingId, day }) => (bookingIds.has(bookingId) ? day : [])).sort();
    const [startDay, endDay] = [reported[0], reported.at(-1)];
    if (startDay === undefined || endDay === undefined) continue;
    const input = { customerId, inventorySourceId, mediaBuyId, startDay, endDay };
    await enqueue(followReportJob, input, { key: `${inventorySourceId} ${mediaBuyId} ${startDay} ${endDay}` });
  }
}
