import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { freeOf } from "../avails/avail.ts";
import { listAvails } from "../avails/store.ts";
import { type Booking, DEFAULT_HOLD } from "../ledger/booking.ts";
import { claimAvails } from "../ledger/claim-avails.ts";
import { resize } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { handOff } from "../trafficking/hand-off.ts";
import { release } from "../trafficking/release.ts";
import type { Buy, BuyPackage } from "./buy.ts";
import { availsIn } from "./check-buy.ts";
import { findOffer } from "./offer-products.ts";

interface Resizing {
  readonly buy: Buy;
  /** The package with its new number of impressions. */
  readonly part: BuyPackage;
  /** Its live bookings, locked. */
  readonly bookings: readonly Booking[];
  readonly now: Date;
}

/**
 * Changes how much of its avails a package has. If too little is free, returns how much is, and the transaction must
 * not be committed.
 */
export async function resizePackage(
  ctx: Context,
  source: ModularSource,
  resizing: Resizing,
): Promise<number | undefined> {
  const { part, bookings } = resizing;
  const booked = bookings.reduce((sum, { requestedImpressions }) => sum + requestedImpressions, 0);
  const more = part.impressions - booked;
  return more > 0 ? enlarge(ctx, source, resizing, more) : shrink(ctx, source, bookings, -more);
}

async function shrink(
  ctx: Context,
  source: ModularSource,
  bookings: readonly Booking[],
  less: number,
): Promise<undefined> {
  let left = less;
  for (const booking of bookings.toReversed()) {
    const given = Math.min(left, booking.requestedImpressions);
    if (given === 0) continue;
    if (given === booking.requestedImpressions) await release(ctx, source, booking);
    else await resize(ctx.db, source, booking, booking.requestedImpressions - given, ctx.now);
    left -= given;
  }
}

async function enlarge(
  ctx: Context,
  source: ModularSource,
  resizing: Resizing,
  more: number,
): Promise<number | undefined> {
  const { bookings } = resizing;
  const avails = await listAvails(
    ctx.db,
    source,
    bookings.map(({ availId }) => availId),
  );
  let missing = more;
  let free = 0;
  for (const booking of bookings) {
    const avail = avails.find(({ availId }) => availId === booking.availId);
    const given = avail ? Math.min(missing, freeOf(avail)) : 0;
    free += avail ? freeOf(avail) : 0;
    if (given > 0) await resize(ctx.db, source, booking, booking.requestedImpressions + given, ctx.now);
    missing -= given;
  }
  if (missing === 0) return undefined;
  return takeOthers(ctx, source, resizing, { missing, free });
}

/** Takes what a package's own avails lack from other avails of its group. */
async function takeOthers(
  ctx: Context,
  source: ModularSource,
  { buy, part, bookings, now }: Resizing,
  { missing, free }: { readonly missing: number; readonly free: number },
): Promise<number | undefined> {
  const offer = await findOffer(ctx, source, part.productId, now);
  const flight = { start: part.start ?? buy.start, end: part.end ?? buy.end };
  const asked = { ...(part.start && { startTime: part.start }), ...(part.end && { endTime: part.end }) };
  const others = (offer ? availsIn(offer, asked, flight) : []).filter(
    ({ availId }) => !bookings.some((booking) => booking.availId === availId),
  );
  let left = missing;
  const claims = others.flatMap((avail) => {
    const taken = Math.min(left, freeOf(avail));
    left -= taken;
    if (taken === 0) return [];
    const key = { mediaBuyId: buy.mediaBuyId, packageId: part.packageId, buyerCustomerId: buy.buyerCustomerId };
    const names = { campaignName: buy.name, advertiserName: buy.buyerName };
    const expiresAt = after(ctx.now, DEFAULT_HOLD * MINUTE_MS);
    const bookingId = newId("booking", ctx.random);
    return [
      {
        ...key,
        ...names,
        bookingId,
        availId: avail.availId,
        requestedImpressions: taken,
        expiresAt,
        runsUntil: flight.end,
      },
    ];
  });
  const claimed = left > 0 ? undefined : await claimAvails(ctx.db, source, claims, ctx.now);
  if (claimed?.kind !== "held") return free + others.reduce((sum, avail) => sum + freeOf(avail), 0);
  const modules = await listModules(ctx.db, source);
  for (const booking of claimed.bookings)
    await handOff(ctx, source, modules, booking, { campaignName: buy.name, hasCreatives: part.creatives.length > 0 });
  return undefined;
}
