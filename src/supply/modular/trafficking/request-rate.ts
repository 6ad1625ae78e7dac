import type { Context } from "../../../ground/kernel/context.ts";
import type { Booking } from "../ledger/booking.ts";
import { updateUpstream } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { openItem } from "../work-queue/open-item.ts";

/**
 * Asks a person to decide if a buyer offers less than the feed's price: they accept it, or release the hold. Until then
 * the hold does not expire.
 */
export async function requestRate(
  ctx: Context,
  source: ModularSource,
  { bookingId, mediaBuyId, buyerCustomerId, availId, campaignName }: Booking,
  { offered, currency }: { readonly offered: string; readonly currency: string },
): Promise<void> {
  await updateUpstream(ctx.db, source, bookingId, { handedOff: true }, ctx.now);
  await openItem(ctx, source, {
    kind: "APPROVE_RATE_EXCEPTION",
    stage: null,
    moduleInstanceId: null,
    subject: `RATE:${bookingId}`,
    title: `${offered} ${currency} CPM is offered, which is below the price: ${campaignName ?? mediaBuyId}`,
    resourceType: "BOOKING",
    resourceId: bookingId,
    requiredKeys: ["approved"],
    bookingId,
    mediaBuyId,
    buyerCustomerId,
    payload: { bookingId, availId, offeredCpm: offered, currency },
  });
}
