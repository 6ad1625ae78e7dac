import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { HoldOutcome, InventoryHold, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { Claim } from "../ledger/booking.ts";
import { claimAvails } from "../ledger/claim-avails.ts";
import { endBooking } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { checkFlight } from "./check-buy.ts";
import { later } from "./clock.ts";
import { deleteHold, findHold, insertHold } from "./hold-store.ts";
import { lockHeld } from "./lock-held.ts";
import { planSale, shortage } from "./plan-sale.ts";

/**
 * Holds the impressions of packages in the ledger, at their current prices, until the hold expires: either all of them
 * or none.
 */
export async function holdInventory(
  ctx: Context,
  source: ModularSource,
  hold: InventoryHold,
  call: SellerCall,
): Promise<HoldOutcome> {
  const { holdId, packages, flight, expiresAt } = hold;
  const now = later(ctx.now, call.now);
  const known = await findHold(ctx.db, source, holdId);
  if (known) return { kind: "held", expiresAt: known.expiresAt };
  if (!flight) {
    const message = "say when it would run: filters.start_date and filters.end_date";
    return { kind: "rejected", errors: [refusal("VALIDATION_ERROR", message, "filters.start_date")] };
  }
  const errors = checkFlight({ flight, packages }, now);
  const modules = await listModules(ctx.db, source);
  if (!modules.some(({ kind, status }) => kind === "BOOKING_LEDGER" && status !== "DISABLED"))
    errors.push(refusal("SERVICE_UNAVAILABLE", "this source has no booking ledger to hold in", null, "transient"));
  if (errors.length > 0) return { kind: "rejected", errors };
  const planned = await planSale(ctx, source, { packages, flight }, { now });
  if (planned.kind === "rejected") return planned;
  const claims = planned.sales.flatMap(({ sold, shares }, position) =>
    shares.map(
      ({ availId, impressions }): Claim => ({
        bookingId: newId("booking", ctx.random),
        mediaBuyId: holdId,
        packageId: `${holdId}.${position}`,
        buyerCustomerId: call.buyer.customerId,
        availId,
        requestedImpressions: impressions,
        expiresAt,
        runsUntil: sold.runsUntil,
        campaignName: null,
        advertiserName: call.buyer.name,
      }),
    ),
  );
  const claimed = await claimAvails(ctx.db, source, claims, ctx.now);
  if (claimed.kind !== "held") return { kind: "rejected", errors: [shortage(claimed)] };
  const prices = Object.fromEntries(planned.sales.map(({ part, sold }) => [part.productId, sold.cpm]));
  await insertHold(ctx.db, source, { holdId, prices, expiresAt }, ctx.now);
  return { kind: "held", expiresAt };
}

/** Gives back what is held, except what a media buy has already taken. */
export async function releaseHold(ctx: Context, source: ModularSource, holdId: string): Promise<void> {
  const held = await lockHeld(ctx, source, holdId);
  for (const booking of held) await endBooking(ctx.db, source, booking, "REQUESTED", ctx.now);
  await deleteHold(ctx.db, source, holdId);
}
