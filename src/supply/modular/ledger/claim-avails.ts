import type { Db } from "../../../ground/db/index.ts";
import { type Avail, freeOf } from "../avails/avail.ts";
import { lockAvails } from "../avails/store.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { Booking, BookingKey, Claim } from "./booking.ts";
import { expireHolds, insertHolds } from "./moves/store.ts";
import { findLive } from "./store.ts";

/** The result of a request for avails; either everything was taken or nothing. */
export type Claimed =
  | { readonly kind: "held"; readonly bookings: readonly Booking[]; readonly replayed: boolean }
  /** The avail is unknown, withdrawn or over. */
  | { readonly kind: "not_on_sale"; readonly claim: Claim }
  | { readonly kind: "not_enough"; readonly claim: Claim; readonly availableImpressions: number }
  /** A different number of impressions is already held under the same key (L7). */
  | { readonly kind: "held_otherwise"; readonly claim: Claim; readonly booking: Booking };

/**
 * Takes impressions from avails: all or none. Other transactions that need one of these avails wait for its row, in the
 * order of the ids, so that two with the same avails cannot deadlock. Everything that changes a booking locks its avail
 * first.
 */
export async function claimAvails(
  db: Db,
  place: ModularSourceRef,
  claims: readonly Claim[],
  now: Date,
): Promise<Claimed> {
  const availIds = [...new Set(claims.map(({ availId }) => availId))];
  const known = new Map((await lockAvails(db, place, availIds)).map((avail) => [avail.availId, avail]));
  const expired = await expireHolds(db, place, now, availIds);
  const live = await findLive(db, place, claims);
  const fresh = claims.filter((claim) => !liveOf(live, claim));
  for (const claim of claims) {
    const booking = liveOf(live, claim);
    if (booking && booking.requestedImpressions !== claim.requestedImpressions)
      return { kind: "held_otherwise", claim, booking };
  }
  const avails = expired.length > 0 ? await again(db, place, availIds) : known;
  for (const claim of fresh) {
    const avail = avails.get(claim.availId);
    if (!avail || avail.withdrawn || avail.endTime <= now) return { kind: "not_on_sale", claim };
    const wanted = fresh.filter(({ availId }) => availId === claim.availId).map((one) => one.requestedImpressions);
    const total = wanted.reduce((sum, impressions) => sum + impressions, 0);
    if (total > freeOf(avail)) return { kind: "not_enough", claim, availableImpressions: freeOf(avail) };
  }
  const ours = live.filter((booking) => claims.some((claim) => isOf(booking, claim)));
  if (fresh.length === 0) return { kind: "held", bookings: ours, replayed: true };
  // The rows are locked, so what was free is still free; the statement checks it all the same.
  const held = await insertHolds(db, place, fresh, now);
  if (!held) throw new Error("an avail that is locked lost impressions");
  return { kind: "held", bookings: [...ours, ...held], replayed: false };
}

async function again(
  db: Db,
  place: ModularSourceRef,
  availIds: readonly string[],
): Promise<ReadonlyMap<string, Avail>> {
  return new Map((await lockAvails(db, place, availIds)).map((avail) => [avail.availId, avail]));
}

function liveOf(live: readonly Booking[], key: BookingKey): Booking | undefined {
  return live.find((booking) => isOf(booking, key));
}

function isOf(booking: Booking, key: BookingKey): boolean {
  return (
    booking.mediaBuyId === key.mediaBuyId &&
    booking.packageId === key.packageId &&
    booking.availId === key.availId &&
    booking.buyerCustomerId === key.buyerCustomerId
  );
}
