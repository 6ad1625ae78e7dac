import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { SellerCall } from "../../../ground/seller-agent/index.ts";
import type { BuyerOfStorefront } from "../order.ts";
import { listOrdersOfBuyer, moveBuyerClock } from "../store.ts";

/** A sandbox's buyer may have advanced its clock since it bought: its sources are spoken to by the time that it has now. */
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
