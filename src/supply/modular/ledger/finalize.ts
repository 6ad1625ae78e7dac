import type { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict } from "../../../ground/kernel/errors.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { type HandOffResult, handOff } from "../trafficking/hand-off.ts";
import { lockOpenItemsOfBooking } from "../work-queue/store.ts";
import { isLive } from "./booking.ts";
import { lockByKey } from "./lock-booking.ts";
import type { FinalizeBody } from "./schema.ts";

/** Sends a hold to be booked upstream, once; calling it again only returns the status. */
export async function finalize(
  ctx: Context,
  source: ModularSource,
  asked: z.output<typeof FinalizeBody>,
): Promise<HandOffResult> {
  const booking = await lockByKey(ctx, source, { ...asked, packageId: asked.packageId ?? null });
  if (!isLive(booking))
    throw new Conflict(`the booking is ${booking.status}: reserve again`, { details: { status: booking.status } });
  if (booking.status === "HELD" && !booking.handedOff)
    return handOff(ctx, source, await listModules(ctx.db, source), booking, asked);
  const workItems = await lockOpenItemsOfBooking(ctx.db, source, booking.bookingId);
  return { booking, executionStatus: booking.status === "BOOKED" ? "BOOKED" : "PENDING_TRAFFICKING", workItems };
}
