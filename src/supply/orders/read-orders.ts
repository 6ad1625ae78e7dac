import type { BuyerOfStorefront, Order } from "./order.ts";
import type { SellerSide } from "./seller-side.ts";
import { listOrdersOfBuyer } from "./store.ts";

/** The buyer's own orders among these ids, as stored. */
export function readOrders(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  orderIds: readonly string[],
): Promise<readonly Order[]> {
  return side.read(({ db, viewer }) => listOrdersOfBuyer(db, viewer.customerId, buyer, orderIds));
}
