import type { SellerCall } from "../../../ground/seller-agent/index.ts";
import { type BuyerOfStorefront, followClock } from "../../orders/creatives/index.ts";
import { forSources, type SellerSide } from "../../orders/index.ts";
import { showOrder } from "./show-order.ts";
import { listOpenShowings } from "./store.ts";

/**
 * Passes on what was assigned before its sources had booked, once they have. Called when there is news about orders;
 * returns whether any source was sent something.
 */
export async function showWaiting(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  orderIds: readonly string[],
  call: SellerCall,
): Promise<boolean> {
  const { customerId, out } = side;
  const { timeoutMs } = forSources(call);
  const open = await side.read(({ db }) => listOpenShowings(db, customerId, orderIds));
  if (open.length === 0) return false;
  await side.write((ctx) => followClock(ctx, buyer, open, call));
  const shown = await Promise.all(open.map((orderId) => out.perform(showOrder, { customerId, orderId, timeoutMs })));
  return shown.some((showing) => showing !== undefined);
}
