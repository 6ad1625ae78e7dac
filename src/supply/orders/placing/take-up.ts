import { createHash } from "node:crypto";
import type { Context } from "../../../ground/kernel/context.ts";
import { decimalOf } from "../../../ground/kernel/money.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyOutcome, NewMediaBuy, SellerError } from "../../../ground/seller-agent/index.ts";
import type { StartedLeg } from "../legs/begin-legs.ts";
import type { BuyerOfStorefront, Order, OrderBuyer } from "../order.ts";
import { findOrderByKey, moveBuyerClock } from "../store.ts";

export type ClaimedOrder =
  | { readonly kind: "claimed"; readonly order: Order; readonly begun: readonly StartedLeg[] }
  | Extract<MediaBuyOutcome, { readonly kind: "rejected" }>;

/** A key that may have made an order. */
export interface UsedKey extends BuyerOfStorefront, Pick<OrderBuyer, "clockAheadMs"> {
  readonly idempotencyKey: string;
  /** The request is the one that made the order if any of these is the order's. */
  readonly requestHashes: readonly string[];
}

/** The order that a key has made, to be continued; undefined if it has made none. Rejected if it was for another request. */
export async function adoptOrder({ db, viewer }: Context, used: UsedKey): Promise<ClaimedOrder | undefined> {
  const order = await findOrderByKey(db, viewer.customerId, used, used.idempotencyKey);
  if (!order) return undefined;
  if (!used.requestHashes.includes(order.requestHash)) return rejected(keyConflict());
  await moveBuyerClock(db, viewer.customerId, order, used.clockAheadMs);
  return { kind: "claimed", order, begun: [] };
}

export function keyConflict(): SellerError {
  return refusal("IDEMPOTENCY_CONFLICT", "the key was used for another media buy", "idempotency_key");
}

/** The hash by which a new order's request is recognised. */
export function hashOf(request: NewMediaBuy): string {
  return request.requestHash ?? hashOfContents(request);
}

/** Orders of earlier releases are all recognised by their contents. */
export function hashesOf(request: NewMediaBuy): readonly string[] {
  return [hashOf(request), hashOfContents(request)];
}

/** A hash of the buyer's request, without caller and callback. */
function hashOfContents({ buyerRef, name, flight, startsAtOnce, packages, paused }: NewMediaBuy): string {
  const parts = packages.map((part) => [
    part.buyerRef,
    part.productId,
    part.pricingOptionId,
    decimalOf(part.budget),
    part.currency,
    part.bidPrice === null ? null : decimalOf(part.bidPrice),
    part.pacing,
    part.startTime,
    part.endTime,
    ...(part.targeting ? [part.targeting] : []),
    ...(part.paused ? ["paused"] : []),
    ...(part.formatIds ? [part.formatIds] : []),
  ]);
  // The name may be of the day on which the flight starts.
  const start = startsAtOnce ? ["asap"] : [name, flight.start];
  return createHash("sha256")
    .update(JSON.stringify([buyerRef, ...start, flight.end, parts, ...(paused ? ["paused"] : [])]))
    .digest("hex");
}
