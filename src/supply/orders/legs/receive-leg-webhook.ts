import type { Context } from "../../../ground/kernel/context.ts";
import { fromAdcpDeliveryWebhook, type PushedDelivery } from "../../../ground/seller-agent/index.ts";
import type { Leg, Order } from "../order.ts";
import { reportDelivery } from "../outcomes/report-delivery.ts";
import { currencyOf, reportOfLegs } from "../read-delivery.ts";
import { findOrder } from "../store.ts";
import { wakeBuyer } from "../wake-buyer.ts";
import { orderIdOfLeg } from "./store.ts";

/** A source's webhook, as it concerns the buyer of the leg. */
export interface LegNotification {
  readonly buyerCustomerId: number;
  /** The buyer's own id for its media buy. */
  readonly mediaBuyId: string;
  /** With the storefront's ids; undefined if the webhook only shows that the source has news. */
  readonly delivery: PushedDelivery | undefined;
}

/**
 * Processes a webhook from a leg's source, and passes news about a task on to subscribers. Undefined if the leg is
 * missing, or was bought by a buyer on another system, which requests its delivery itself.
 */
export async function receiveLegWebhook(
  ctx: Context,
  legId: string,
  body: unknown,
): Promise<LegNotification | undefined> {
  const { db, viewer } = ctx;
  const orderId = await orderIdOfLeg(db, viewer.customerId, legId);
  const order = orderId && (await findOrder(db, viewer.customerId, orderId));
  const leg = order && order.legs.find((one) => one.legId === legId);
  if (order && body === undefined) await wakeBuyer(ctx, order);
  const buyerCustomerId = order && order.buyer.identity.customerId;
  if (!order || !leg || !buyerCustomerId) return undefined;
  const delivery = deliveryIn(body, order, leg, ctx);
  if (delivery) await reportDelivery(ctx, [order], delivery.answer);
  return { buyerCustomerId, mediaBuyId: order.buyerRef, delivery };
}

/** A report that would not be accepted as an answer is not accepted in a webhook either: the source is polled instead. */
function deliveryIn(body: unknown, order: Order, leg: Leg, { log, requestId }: Context): PushedDelivery | undefined {
  try {
    const pushed = fromAdcpDeliveryWebhook(body, leg.sourceName);
    return pushed && { ...pushed, answer: reportOfLegs(pushed.answer, [leg], currencyOf([order])) };
  } catch (error) {
    log.warn({ err: error, legId: leg.legId, requestId }, "a source's delivery report cannot be read");
    return undefined;
  }
}
