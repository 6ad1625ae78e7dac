import type { Context } from "../../../ground/kernel/context.ts";
import { lockAvails } from "../avails/store.ts";
import { type Booking, isLive } from "../ledger/booking.ts";
import { expireHolds } from "../ledger/moves/store.ts";
import { listBookingsOfBuys } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";

/** What a hold has in the ledger, with its avails and others locked in one order, as everybody takes them. */
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
  // What moved before the locks were taken is not there any more.
  return holdId === undefined ? [] : (await listBookingsOfBuys(ctx.db, source, [holdId])).filter(isLive);
}
