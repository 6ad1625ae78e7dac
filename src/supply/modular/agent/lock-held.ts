import type { Context } from "../../../ground/kernel/context.ts";
import { lockAvails } from "../avails/store.ts";
import { type Booking, isLive } from "../ledger/booking.ts";
import { expireHolds } from "../ledger/moves/store.ts";
import { listBookingsOfBuys } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";

/** The bookings of a hold. Locks their avails and others, in the same order as everywhere. */
export async function lockHeld(
  ctx: Context,
  source: ModularSource,
  holdId: string | undefined,
  others: readonly string[] = [],
): Promise<readonly Booking[]> {
  const known = holdId === undefined ? [] : (await listBookingsOfBuys(ctx.db, source, [holdId])).filter(isLive);
  const availIds = [...new Set([...known.map(({ availId }) => availId), ...others])];
  await lockAvails(ctx.db, source, availIds);
  await expireHolds(ctx.db, source, ctx.now, availIds);
  // Read again, because bookings may have changed before the locks were taken.
  return holdId === undefined ? [] : (await listBookingsOfBuys(ctx.db, source, [holdId])).filter(isLive);
}
