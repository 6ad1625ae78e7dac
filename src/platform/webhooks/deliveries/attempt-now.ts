import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { getSubscription } from "../get-subscription.ts";
import { bodyOf, newDelivery } from "../publish.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import { type Delivery, revived, TEST_EVENT } from "./delivery.ts";
import { insertDeliveries, lockDelivery, saveDelivery } from "./store.ts";

/** A requested attempt is made immediately; the delayed job is only for the case that the process dies before that. */
const AT_ONCE_MS = 30 * SECOND_MS;

/** Prepares a test event for a subscription, whichever events it requests. Throws `NotFound`. */
export async function readyTest(ctx: Context, subscriptionId: string): Promise<Delivery> {
  const { customerId } = ctx.viewer;
  await getSubscription(ctx.db, customerId, subscriptionId);
  const event = { type: TEST_EVENT, resourceType: "WEBHOOK_SUBSCRIPTION", resourceId: subscriptionId };
  const delivery = newDelivery(ctx, subscriptionId, TEST_EVENT, bodyOf(event, ctx.now));
  await insertDeliveries(ctx.db, customerId, [delivery]);
  return delivery;
}

/** Prepares a delivery to be sent again, whatever its result. Throws `NotFound`. */
export async function readyAgain(
  ctx: Context,
  { id, deliveryId }: { readonly id: string; readonly deliveryId: string },
): Promise<Delivery> {
  const { customerId } = ctx.viewer;
  const delivery = await lockDelivery(ctx.db, customerId, deliveryId);
  if (delivery?.subscriptionId !== id) throw new NotFound(`there is no delivery ${deliveryId} for subscription ${id}`);
  const ready = await saveDelivery(ctx.db, customerId, revived(delivery, wallOf(ctx)));
  // Only needed after a crash before the attempt; if the attempt was made, the job finds nothing to do.
  const job = { customerId, deliveryId, attempt: ready.fence };
  await ctx.enqueue(deliverWebhook, job, { delayMs: AT_ONCE_MS });
  return ready;
}

/** Makes the attempt, so that the requester sees its result. */
export async function attemptNow(ready: Delivery, { viewer, perform }: CallContext): Promise<Delivery> {
  return (await perform(deliverWebhook, { customerId: viewer.customerId, deliveryId: ready.deliveryId })) ?? ready;
}
