import type { Context } from "../../../ground/kernel/context.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import { listModules } from "../modules/store.ts";
import { cancelItems, openItem } from "../work-queue/open-item.ts";
import { lockOpenItem } from "../work-queue/store.ts";
import { type DeliveredDay, deviationPercent, TOLERANCE_PERCENT } from "./delivery.ts";
import { notifyOrders } from "./notify-orders.ts";
import { listDays, sumReported, upsertDays } from "./store.ts";

interface Delivered {
  readonly reportId: string;
  readonly days: readonly DeliveredDay[];
  readonly bookings: readonly Booking[];
}

/** Stores what bookings delivered, compares it with what was booked, and informs their orders. */
export async function recordDelivered(
  ctx: Context,
  source: ModularSource,
  { reportId, days, bookings }: Delivered,
): Promise<void> {
  await upsertDays(ctx.db, source, reportId, days);
  const all = Map.groupBy(
    await listDays(
      ctx.db,
      source.customerId,
      bookings.map(({ bookingId }) => bookingId),
    ),
    ({ bookingId }) => bookingId,
  );
  const modules = await listModules(ctx.db, source);
  await sumReported(ctx.db, source, bookings, ctx.now);
  for (const booking of bookings) {
    const delivered = (all.get(booking.bookingId) ?? []).reduce((sum, { impressions }) => sum + impressions, 0);
    if (booking.runsUntil <= ctx.now) await reconcile(ctx, source, modules, booking, { reportId, delivered });
  }
  await notifyOrders(ctx, source, bookings, days);
}

/** Once a flight is over, compares the delivery with what was booked. If they differ too much, a person has to look at it. */
async function reconcile(
  ctx: Context,
  source: ModularSource,
  modules: readonly ModuleInstance[],
  { bookingId, mediaBuyId, buyerCustomerId, requestedImpressions, campaignName }: Booking,
  { reportId, delivered }: { readonly reportId: string; readonly delivered: number },
): Promise<void> {
  const percent = deviationPercent(delivered, requestedImpressions);
  const subject = `RECONCILE_DELIVERY:${bookingId}`;
  if (Math.abs(percent) <= TOLERANCE_PERCENT) {
    // Days that were missing have been reported in the meantime.
    const open = await lockOpenItem(ctx.db, source, subject);
    return open && cancelItems(ctx, source, [open], "a later report is within what was booked");
  }
  const reporting = modules.find(({ kind }) => kind === "REPORTING_IMPORT");
  const off = `${Math.abs(percent).toFixed(1)} % ${percent > 0 ? "more" : "less"}`;
  await openItem(ctx, source, {
    kind: "GENERAL",
    stage: "RECONCILE_DELIVERY",
    moduleInstanceId: reporting?.moduleInstanceId ?? null,
    subject,
    title: `${campaignName ?? mediaBuyId} delivered ${off} than was booked`,
    resourceType: "BOOKING",
    resourceId: bookingId,
    requiredKeys: [],
    bookingId,
    mediaBuyId,
    buyerCustomerId,
    payload: { bookingId, reportId, bookedImpressions: requestedImpressions, deliveredImpressions: delivered },
  });
}
