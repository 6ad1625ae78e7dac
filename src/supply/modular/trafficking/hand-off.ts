import type { Context } from "../../../ground/kernel/context.ts";
import type { Booking } from "../ledger/booking.ts";
import { book, updateUpstream } from "../ledger/moves/store.ts";
import { findBooking } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import type { WorkItem } from "../work-queue/work-item.ts";
import { beginStage, stageModuleOf } from "./begin-stage.ts";

export interface HandOff {
  readonly campaignName?: string | undefined;
  readonly advertiserName?: string | undefined;
  readonly advertiserExternalRef?: string | undefined;
  readonly creative?:
    | { readonly clientCopyMasterRef?: string | undefined; readonly duration?: string | undefined }
    | undefined;
  /** Whether the buyer has sent creatives, which a module could pass on upstream. */
  readonly hasCreatives?: boolean;
}

export interface HandOffResult {
  readonly booking: Booking;
  readonly executionStatus: "PENDING_TRAFFICKING" | "BOOKED";
  readonly workItems: readonly WorkItem[];
}

/**
 * Sends a hold to be booked upstream, which stops it from expiring. If there is nobody upstream, it is booked right
 * away. The caller has locked the booking and its avail, and the booking is HELD and not handed off yet.
 */
export async function handOff(
  ctx: Context,
  source: ModularSource,
  modules: readonly ModuleInstance[],
  { bookingId }: Booking,
  about: HandOff,
): Promise<HandOffResult> {
  const { db, now } = ctx;
  const { campaignName, advertiserName, advertiserExternalRef, creative = {} } = about;
  const creativeRef = creative.clientCopyMasterRef;
  const named = { ...(campaignName && { campaignName }), ...(advertiserName && { advertiserName }) };
  await updateUpstream(db, source, bookingId, { ...named, ...(creativeRef && { creativeRef }) }, now);
  const booking = await mustFind(ctx, source, bookingId);
  const execution = stageModuleOf(modules, "FINALIZE_BOOKING");
  if (!execution) {
    await book(db, source, booking, now);
    return { booking: await mustFind(ctx, source, bookingId), executionStatus: "BOOKED", workItems: [] };
  }
  await updateUpstream(db, source, bookingId, { handedOff: true }, now);
  const payload = { ...(advertiserExternalRef && { advertiserExternalRef }) };
  const items = [await beginStage(ctx, source, execution, booking, payload)];
  const mapping = stageModuleOf(modules, "SYNC_CREATIVES");
  const byPeople = mapping?.task.automationMode === "HITL";
  if (mapping && booking.creativeRef === null && (byPeople || about.hasCreatives)) {
    const { duration } = creative;
    items.push(await beginStage(ctx, source, mapping, booking, { ...(duration && { duration }) }));
  }
  return {
    booking: await mustFind(ctx, source, bookingId),
    executionStatus: "PENDING_TRAFFICKING",
    workItems: items.filter((item) => item !== undefined),
  };
}

async function mustFind({ db }: Context, source: ModularSource, bookingId: string): Promise<Booking> {
  const booking = await findBooking(db, source, bookingId);
  if (!booking) throw new Error(`the booking ${bookingId} is gone, and was locked`);
  return booking;
}
