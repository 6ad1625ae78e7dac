import type { Context } from "../../../ground/kernel/context.ts";
import { type Booking, isLive, type ReleaseReason } from "../ledger/booking.ts";
import { endBooking } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { cancelItems, openItem } from "../work-queue/open-item.ts";
import { lockOpenItemsOfBooking } from "../work-queue/store.ts";
import { beginStage, stageModuleOf } from "./begin-stage.ts";
import { cancelTasks } from "./store.ts";

/**
 * Gives a booking's impressions back, cancels the work to be done for it, and has it cancelled upstream if it was
 * booked there. A booking that is already final is returned as it is. The caller has locked the booking and its avail.
 */
export async function release(
  ctx: Context,
  source: ModularSource,
  before: Booking,
  reason: ReleaseReason = "REQUESTED",
): Promise<Booking> {
  if (!isLive(before)) return before;
  const after = await endBooking(ctx.db, source, before, reason, ctx.now);
  const items = await lockOpenItemsOfBooking(ctx.db, source, before.bookingId);
  await cancelItems(ctx, source, items, `its booking is ${after?.status ?? "gone"}`);
  await cancelTasks(ctx.db, source.customerId, before.bookingId, ctx.now);
  if (after && before.upstreamOrderId !== null) await cancelUpstream(ctx, source, after);
  return after ?? before;
}

/** What was booked upstream is also cancelled there: a module tries first. */
export async function cancelUpstream(ctx: Context, source: ModularSource, booking: Booking): Promise<void> {
  const modules = await listModules(ctx.db, source);
  const doer = stageModuleOf(modules, "RELEASE_BOOKING");
  if (doer) return void (await beginStage(ctx, source, doer, booking));
  const execution = stageModuleOf(modules, "UPDATE_CAMPAIGN") ?? stageModuleOf(modules, "FINALIZE_BOOKING");
  if (!execution) return;
  const { bookingId, mediaBuyId, buyerCustomerId, upstreamOrderId, campaignName } = booking;
  await openItem(ctx, source, {
    kind: "GENERAL",
    stage: "UPDATE_CAMPAIGN",
    moduleInstanceId: execution.module.moduleInstanceId,
    subject: `CANCEL_UPSTREAM:${bookingId}`,
    title: `Cancel the order ${upstreamOrderId ?? ""} upstream: ${campaignName ?? mediaBuyId}`,
    resourceType: "BOOKING",
    resourceId: bookingId,
    requiredKeys: ["applied"],
    priority: "HIGH",
    bookingId,
    mediaBuyId,
    buyerCustomerId,
    payload: { bookingId, upstreamOrderId, changes: { canceled: true } },
  });
}
