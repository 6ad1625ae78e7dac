import { wallOf } from "../../ground/kernel/context.ts";
import { type MediaBuyOutcome, type SellerCall, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { tellRefusals } from "./approvals/notify-refusals.ts";
import { forSources } from "./ask-source.ts";
import { claimOrder, type OrderRequest } from "./claim-order.ts";
import { composeOutcome } from "./compose-outcome.ts";
import { returnHold } from "./holds/take-hold.ts";
import { placeLegs } from "./legs/follow-legs.ts";
import { readOrders } from "./read-orders.ts";
import type { SellerSide } from "./seller-side.ts";

/**
 * Buys from every source that a media buy names, once for its key: claimed in one transaction, placed outside any, settled in
 * others. Throws `SellerUnreachable` where nothing is known of any part; the same key then takes the same order up again.
 */
export async function placeOrder(side: SellerSide, asked: OrderRequest, call: SellerCall): Promise<MediaBuyOutcome> {
  const claimed = await side.write((ctx) => claimOrder(ctx, asked));
  if (claimed.kind === "rejected") return claimed;
  const { legs, orderId } = claimed.order;
  const open = legs.filter(({ state }) => state === "open");
  await placeLegs(side, open, forSources(call));
  const { storefrontId, buyer } = asked;
  const found = await readOrders(side, { storefrontId, principal: buyer.principal }, [orderId]);
  const [order = claimed.order] = await tellRefusals(side, found);
  const outcome = composeOutcome(order, wallOf(side.out));
  if (outcome.kind === "rejected") await returnHold(side, asked.request);
  if (outcome.kind !== "unanswered") return outcome;
  throw new SellerUnreachable(order.name, "unreachable", outcome.message);
}
