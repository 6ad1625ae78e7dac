import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { lockAvails } from "../avails/store.ts";
import type { ModularSource } from "../modular-source.ts";
import type { Booking, BookingKey } from "./booking.ts";
import { expireHolds } from "./moves/store.ts";
import { findBooking, lockBooking, lockNewest } from "./store.ts";

/**
 * Locks the avail before the booking, as everywhere. A hold that has expired is released before anything is decided
 * about it (L5).
 */
export async function lockWithAvail(
  { db, now }: Context,
  source: ModularSource,
  { bookingId, availId }: Pick<Booking, "bookingId" | "availId">,
): Promise<Booking> {
  await lockAvails(db, source, [availId]);
  await expireHolds(db, source, now, [availId]);
  const booking = await lockBooking(db, source, bookingId);
  if (!booking) throw new NotFound(`there is no booking ${bookingId} at this source`);
  return booking;
}

/** Locks the newest booking with a key. To a buyer that does not own it, it does not exist (L8). */
export async function lockByKey({ db, now }: Context, source: ModularSource, key: BookingKey): Promise<Booking> {
  await lockAvails(db, source, [key.availId]);
  await expireHolds(db, source, now, [key.availId]);
  const booking = await lockNewest(db, source, key);
  if (!booking) throw new NotFound(`there is no booking of ${key.mediaBuyId} on ${key.availId} for this buyer`);
  return booking;
}

/** The same as `lockWithAvail`, if only the id is known. */
export async function lockById(ctx: Context, source: ModularSource, bookingId: string): Promise<Booking> {
  const found = await findBooking(ctx.db, source, bookingId);
  if (!found) throw new NotFound(`there is no booking ${bookingId} at this source`);
  return lockWithAvail(ctx, source, found);
}
