import { wallOf } from "../../ground/kernel/context.ts";
import { type MediaBuyOutcome, type SellerCall, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { notifyRefusals } from "./approvals/notify-refusals.ts";
import { forSources } from "./ask-source.ts";
import { claimOrder, type OrderRequest } from "./claim-order.ts";
import { composeOutcome } from "./compose-outcome.ts";
import { returnHold } from "./holds/take-hold.ts";
import { placeLegs } from "./legs/follow-legs.ts";
import { placeLeg } from "./legs/place-leg.ts";
import type { BuyerOfStorefront, Order } from "./order.ts";
import { orderAtOnce } from "./placing/order-at-once.ts";
import { adoptOrder, type ClaimedOrder } from "./placing/take-up.ts";
import { readOrders } from "./read-orders.ts";
import type { SellerSide } from "./seller-side.ts";

type Claimed = Extract<ClaimedOrder, { readonly kind: "claimed" }>;

/**
 * Buys from every source that a media buy names, once for its key: the order is claimed in one transaction, placed
 * outside any, and settled in others. Throws `SellerUnreachable` if nothing is known about any part; repeating the
 * request with the same key then continues the same order.
 */
export async function placeOrder(side: SellerSide, asked: OrderRequest, call: SellerCall): Promise<MediaBuyOutcome> {
  const share = forSources(call);
  const claimed =
    (await orderAtOnce(side, asked, share.timeoutMs)) ??
    (await side.write((ctx) => claimOrder(ctx, asked, share.timeoutMs)));
  return claimed.kind === "rejected" ? claimed : finish(side, claimed, asked.request.idempotencyKey, share);
}

/** A repeated request, which may be impossible to make anew. */
export interface RepeatedOrder extends BuyerOfStorefront {
  readonly idempotencyKey: string;
  readonly requestHash: string;
}

/**
 * Continues the order that was made under a key, without its request; undefined if there is none. Throws `SellerUnreachable` as
 * `placeOrder` does.
 */
export async function resumeOrder(
  side: SellerSide,
  { requestHash, ...repeated }: RepeatedOrder,
  call: SellerCall,
): Promise<MediaBuyOutcome | undefined> {
  const clockAheadMs = Math.max(0, call.now.getTime() - wallOf(side.out).getTime());
  const used = { ...repeated, requestHashes: [requestHash], clockAheadMs };
  const claimed = await side.write((ctx) => adoptOrder(ctx, used));
  return claimed?.kind === "claimed" ? finish(side, claimed, repeated.idempotencyKey, forSources(call)) : claimed;
}

async function finish(
  side: SellerSide,
  claimed: Claimed,
  idempotencyKey: string,
  share: SellerCall,
): Promise<MediaBuyOutcome> {
  const order = (await placeBegun(side, claimed)) ?? (await placeOpen(side, claimed, share));
  const outcome = composeOutcome(order, wallOf(side.out));
  if (outcome.kind === "rejected") await returnHold(side, order, idempotencyKey);
  if (outcome.kind !== "unanswered") return outcome;
  throw new SellerUnreachable(order.name, "unreachable", outcome.message);
}

/**
 * Places every leg whose first attempt was claimed with the order; undefined if no attempt was, or if some leg is not
 * settled afterwards.
 */
async function placeBegun({ out }: SellerSide, { order, begun }: Claimed): Promise<Order | undefined> {
  if (begun.length === 0) return undefined;
  const placed = await Promise.all(begun.map((leg) => out.performClaimed(placeLeg, leg)));
  const legs = order.legs.map(({ legId }) => placed.find((leg) => leg?.legId === legId));
  const settled = legs.flatMap((leg) => (leg && leg.state !== "open" ? leg : []));
  return settled.length === order.legs.length ? { ...order, legs: settled } : undefined;
}

/** The order as stored, after asking the sources of its open legs, unless they have just been asked. */
async function placeOpen(side: SellerSide, { order, begun }: Claimed, share: SellerCall): Promise<Order> {
  const { orderId, storefrontId, buyer, legs } = order;
  if (begun.length === 0)
    await placeLegs(
      side,
      legs.filter(({ state }) => state === "open"),
      share,
    );
  const found = await readOrders(side, { storefrontId, principal: buyer.principal }, [orderId]);
  const [told = order] = await notifyRefusals(side, found);
  return told;
}
