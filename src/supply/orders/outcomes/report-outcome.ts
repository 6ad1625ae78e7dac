import { isDeepStrictEqual } from "node:util";
import type { Context } from "../../../ground/kernel/context.ts";
import { sum } from "../../../ground/kernel/money.ts";
import { type NewOutcome, recordOutcome } from "../../analytics/index.ts";
import type { LegStatus } from "../legs/leg.ts";
import type { Leg, Order } from "../order.ts";
import { findOrder } from "../store.ts";

type OutcomeKey = Pick<NewOutcome, "type" | "eventId" | "status">;

/** Tells analytics that a new order waits for the storefront's people. */
export async function reportSubmitted(ctx: Context, order: Order): Promise<void> {
  const type = "media_buy_submitted_for_approval";
  await notify(ctx, order, { type, eventId: `submitted:${order.orderId}`, status: "pending_approval" });
}

/** Tells analytics that the storefront's people have refused an order. */
export async function reportRejected(ctx: Context, orderId: string): Promise<void> {
  const order = await findOrder(ctx.db, ctx.viewer.customerId, orderId);
  if (!order) throw new Error(`the order ${orderId} was just refused, and is not there`);
  const { storefrontId, mediaBuyId, ...rest } = outcomeOf(order);
  const { buyerCustomerId, operatorDomain, brandDomain } = rest;
  await recordOutcome(ctx, {
    storefrontId,
    mediaBuyId,
    buyerCustomerId,
    operatorDomain,
    brandDomain,
    type: "media_buy_rejected",
    eventId: `rejected:${orderId}`,
    occurredAt: ctx.now,
    status: "rejected",
  });
}

/**
 * Tells analytics what a source's answer about a leg means for the order, which counts as forwarded once a source has
 * accepted a part of it.
 */
export async function reportStatus(ctx: Context, order: Order, leg: Leg, { state }: LegStatus): Promise<void> {
  const { orderId } = order;
  if (state === leg.state) return;
  if (state === "booked")
    await notify(ctx, order, { type: "media_buy_forwarded", eventId: `forwarded:${orderId}`, status: "booked" });
  if (state === "rejected" || state === "failed") {
    // The time makes it unique, because the leg may be forwarded again and fail again.
    const eventId = `forward_failed:${leg.legId}:${ctx.now.getTime()}`;
    await notify(ctx, order, { type: "media_buy_forward_failed", eventId, status: "forward_failed" });
  }
}

interface Changed {
  readonly before: Order;
  readonly after: Order;
}

/**
 * Tells analytics that sources have changed what an order buys, with its new packages and budget. A change of anything else, such as a
 * pause, forwards nothing, and neither does a cancellation.
 */
export async function reportChanged(ctx: Context, { before, after }: Changed, changeKey: string): Promise<void> {
  if (!after.legs.some(({ state }) => state === "booked")) return;
  const bought = outcomeOf(after);
  if (bought.budget === null || isDeepStrictEqual(bought, outcomeOf(before))) return;
  const eventId = `forwarded:${after.orderId}:${changeKey}`;
  await notify(ctx, after, { type: "media_buy_forwarded", eventId, status: "booked" });
}

async function notify(ctx: Context, order: Order, happened: OutcomeKey): Promise<void> {
  await recordOutcome(ctx, { ...outcomeOf(order), ...happened, occurredAt: ctx.now });
}

/** Its buyer, packages and budget, without what the buyer has canceled. */
export function outcomeOf({ orderId, storefrontId, buyer, legs }: Order) {
  const { customerId: buyerCustomerId, operatorDomain, brandDomain } = buyer.identity;
  const packages = legs.flatMap((leg) => leg.packages).filter(({ canceled }) => !canceled);
  const [first] = packages;
  return {
    storefrontId,
    mediaBuyId: orderId,
    buyerCustomerId,
    operatorDomain,
    brandDomain,
    ...(first && { productIds: [...new Set(packages.map(({ productId }) => productId))] }),
    budget: first ? { amount: sum(packages.map(({ budget }) => budget)), currency: first.currency } : null,
  };
}
