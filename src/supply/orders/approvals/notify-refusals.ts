import type { Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { listOrders } from "../store.ts";
import { lockApprovals, recordRefusalReported } from "./store.ts";

/**
 * The orders, with the status that their buyer may be told. A buyer that learns of a refusal buys elsewhere, so from
 * then on the storefront cannot forward the order again; an order that was forwarded again a moment before does not
 * count as refused.
 */
export async function notifyRefusals(side: SellerSide, orders: readonly Order[]): Promise<readonly Order[]> {
  const refused = orders.filter(isRefusedAfterApproval).map(({ orderId }) => orderId);
  if (refused.length === 0) return orders;
  const now = await side.write(async ({ db, viewer, now: at }) => {
    const { customerId } = viewer;
    // Makes sure that a concurrent attempt to forward one of them again comes either before this or after it.
    await lockApprovals(db, customerId, refused);
    const standing = await listOrders(db, customerId, refused);
    await recordRefusalReported(
      db,
      customerId,
      standing.filter(isRefusedAfterApproval).map(({ orderId }) => orderId),
      at,
    );
    return standing;
  });
  return orders.map((order) => now.find(({ orderId }) => orderId === order.orderId) ?? order);
}

function isRefusedAfterApproval({ screening, legs }: Order): boolean {
  return screening?.outcome === "held" && legs.every(({ state }) => state === "rejected");
}
