import type { Context } from "../../../ground/kernel/context.ts";
import { fromAdcpDeliveryWebhook, type PushedDelivery } from "../../../ground/seller-agent/index.ts";
import type { Leg, Order } from "../order.ts";
import { tellDelivery } from "../outcomes/tell-delivery.ts";
import { currencyOf, reportOfLegs } from "../read-delivery.ts";
import { findOrder } from "../store.ts";
import { wakeBuyer } from "../wake-buyer.ts";
import { orderIdOfLeg } from "./store.ts";

/** What a source's webhook is about, as the buyer of the leg knows it. */
export interface LegNews {
  readonly buyerCustomerId: number;
  /** The buyer's own id of its media buy. */
  readonly mediaBuyId: string;
  /** In the storefront's ids; undefined where all there is to know is that the source has news. */
  readonly delivery: PushedDelivery | undefined;
}

/**
 * Processes a webhook from a leg's source; news about a task is passed on to subscribers. Undefined for a missing leg,
 * and for one bought by a buyer on another system: it requests its delivery when it wants to.
 */
export async function receiveLegWebhook(ctx: Context, legId: string, body: unknown): Promise<LegNews | undefined> {
  const { db, viewer } = ctx;
  const orderId = await orderIdOfLeg(db, viewer.customerId, legId);
  const order = orderId && (await findOrder(db, viewer.customerId, orderId));
  const leg = order && order.legs.find((one) => one.legId === legId);
  if (order && body === undefined) await wakeBuyer(ctx, order);
  const buyerCustomerId = order && order.buyer.identity.customerId;
  if (!order || !leg || !buyerCustomerId) return undefined;
  const delivery = deliveryIn(body, order, leg, ctx);
  if (delivery) await tellDelivery(ctx, [order], delivery.answer);
  return { buyerCustomerId, mediaBuyId: order.buyerRef, delivery };
}

/** What a source would not be believed if it were asked is not believed unasked: then it is asked. */
function deliveryIn(body: unknown, order: Order, leg: Leg, { log, requestId }: Context): PushedDelivery | undefined {
  try {
    const pushed = fromAdcpDeliveryWebhook(body, leg.sourceName);
    return pushed && { ...pushed, answer: reportOfLegs(pushed.answer, [leg], currencyOf([order])) };
  } catch (error) {
    log.warn({ err: error, legId: leg.legId, requestId }, "a source's delivery report cannot be read");
    return undefined;
  }
}
