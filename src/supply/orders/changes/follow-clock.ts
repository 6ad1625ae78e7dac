import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { SellerCall } from "../../../ground/seller-agent/index.ts";
import type { BuyerOfStorefront } from "../order.ts";
import { listOrdersOfBuyer, moveBuyerClock } from "../store.ts";

/** In a sandbox, the buyer may have advanced its clock since it bought: its sources are called with the clock's current time. */
export async function followClock(
  ctx: Context,
  buyer: BuyerOfStorefront,
  orderIds: readonly string[],
  { now }: Pick<SellerCall, "now">,
): Promise<void> {
  const clockAheadMs = now.getTime() - wallOf(ctx).getTime();
  if (clockAheadMs <= 0 || orderIds.length === 0) return;
  const { customerId } = ctx.viewer;
  for (const order of await listOrdersOfBuyer(ctx.db, customerId, buyer, orderIds))
    await moveBuyerClock(ctx.db, customerId, order, clockAheadMs);
}
