import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict } from "../../../ground/kernel/errors.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { Booking } from "../ledger/booking.ts";
import { book, updateUpstream } from "../ledger/moves/store.ts";
import { findBooking } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import type { Stage } from "../modules/stage.ts";
import { listModules } from "../modules/store.ts";
import { importDays } from "../reports/import-days.ts";
import { beginStage, stageModuleOf } from "./begin-stage.ts";

/** The revision of a booking that has not been changed since it was sold. */
const FIRST_REVISION = 1;

type Settle = (ctx: Context, source: ModularSource, booking: Booking, result: JsonRecord) => Promise<void>;

/** The effect of a completed stage, whoever completed it. For stages not listed here, only the result is stored. */
const EFFECTS: Readonly<Partial<Record<Stage, Settle>>> = {
  FINALIZE_BOOKING: settleBooking,
  SYNC_CREATIVES: settleCreative,
  TRAFFIC_CAMPAIGN: async ({ db, now }, source, { bookingId }, { trafficRef }) =>
    updateUpstream(db, source, bookingId, { trafficRef: String(trafficRef) }, now),
  IMPORT_REPORTING: importDays,
};

/** The caller has locked the booking and its avail. The result has what the task's contract requires. */
export async function settleStage(
  ctx: Context,
  source: ModularSource,
  stage: Stage,
  booking: Booking,
  result: JsonRecord,
): Promise<void> {
  await EFFECTS[stage]?.(ctx, source, booking, result);
}

async function settleBooking(
  { db, now, ...rest }: Context,
  source: ModularSource,
  booking: Booking,
  result: JsonRecord,
) {
  const ctx = { db, now, ...rest };
  if (booking.status !== "BOOKED" && !(await book(db, source, booking, now)))
    throw new Conflict(
      `the hold is gone: booking ${booking.bookingId} is ${booking.status}; cancel upstream what was ordered`,
      {
        details: { status: booking.status },
      },
    );
  await updateUpstream(db, source, booking.bookingId, { upstreamOrderId: String(result.upstreamOrderId) }, now);
  await beginTrafficking(ctx, source, booking.bookingId);
  await notifyOfChanges(ctx, source, booking.bookingId);
}

/** Sends changes that were made while the order was being booked upstream, which may not have included them. */
async function notifyOfChanges(ctx: Context, source: ModularSource, bookingId: string): Promise<void> {
  const booking = await findBooking(ctx.db, source, bookingId);
  if (!booking || booking.revision === FIRST_REVISION) return;
  const doer = stageModuleOf(await listModules(ctx.db, source), "UPDATE_CAMPAIGN");
  const { requestedImpressions: impressions, runsUntil } = booking;
  if (doer)
    await beginStage(ctx, source, doer, booking, { changes: { impressions, endTime: runsUntil.toISOString() } });
}

async function settleCreative(ctx: Context, source: ModularSource, { bookingId }: Booking, result: JsonRecord) {
  const creativeRef = String(result.clientCopyMasterRef ?? result.upstreamCreativeId);
  await updateUpstream(ctx.db, source, bookingId, { creativeRef }, ctx.now);
  await beginTrafficking(ctx, source, bookingId);
}

/** Trafficking begins once the order is booked upstream and its creative has an id there. */
async function beginTrafficking(ctx: Context, source: ModularSource, bookingId: string): Promise<void> {
  const booking = await findBooking(ctx.db, source, bookingId);
  if (booking?.status !== "BOOKED" || booking.creativeRef === null || booking.trafficRef !== null) return;
  const doer = stageModuleOf(await listModules(ctx.db, source), "TRAFFIC_CAMPAIGN");
  if (doer) await beginStage(ctx, source, doer, booking);
}
