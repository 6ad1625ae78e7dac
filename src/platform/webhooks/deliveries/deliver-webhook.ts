import { z } from "zod";
import { dispatch, POLICIES } from "../../../ground/dispatch/index.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { secretPlace } from "../secret.ts";
import { insertLossNotice, lockSubscription, updateStanding } from "../store.ts";
import { afterVerdict, type Subscription } from "../subscription.ts";
import { afterAttempt, type Delivery, type DeliveryResponse, outcomeOf, verdictOf } from "./delivery.ts";
import { signatureHeaders } from "./sign-message.ts";
import { findDelivery, lockDelivery, saveDelivery } from "./store.ts";

interface Sending extends Delivery {
  readonly subscription: Subscription;
}

/** The body of an answer is ignored, but this much is read, so that a receiver may be verbose. */
const MOST_ANSWERED_BYTES = 65_536;

/** Sends a delivery to its receiver, with the same message id each time. */
export const deliverWebhook = dispatch({
  name: "webhooks.deliver",
  input: { deliveryId: z.string() },
  policy: POLICIES.webhook,

  // Locks the subscription before its delivery, in the same order as deleting a subscription does. A deleted subscription receives nothing.
  async load({ customerId, deliveryId }, { db }): Promise<Sending | undefined> {
    const found = await findDelivery(db, customerId, deliveryId);
    const subscription = found && (await lockSubscription(db, customerId, found.subscriptionId));
    const delivery = subscription && (await lockDelivery(db, customerId, deliveryId));
    return delivery && { ...delivery, subscription };
  },
  isOpen: ({ status }) => status === "pending",
  async request(delivery, ctx) {
    const record = { ...delivery, lastAttemptAt: wallOf(ctx) };
    return { record, request: record };
  },
  save: async (delivery, ctx) => ({ ...delivery, ...(await saveDelivery(ctx.db, ctx.viewer.customerId, delivery)) }),
  call: async (delivery, ctx, { timeoutMs }) => outcomeOf(delivery, await send(delivery, timeoutMs, ctx)),
  async settle({ subscription, ...delivery }, result, ctx) {
    const settled = await saveDelivery(ctx.db, ctx.viewer.customerId, afterAttempt(delivery, result));
    return { ...settled, subscription: await judge(ctx, subscription, settled) };
  },
  answer(sending): Delivery {
    const { subscription: _, ...delivery } = sending;
    return delivery;
  },
});

async function send(
  { deliveryId, body, subscription }: Sending,
  timeoutMs: number,
  ctx: CallContext,
): Promise<DeliveryResponse> {
  const { subscriptionId, url, sealed } = subscription;
  const secret = ctx.vault.open(sealed, secretPlace(ctx.viewer.customerId, subscriptionId));
  const signed = signatureHeaders(secret, { messageId: deliveryId, body, at: wallOf(ctx) });
  try {
    const { status } = await ctx.outbound.request(url, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Interchange", ...signed },
      body,
      timeoutMs,
      maxResponseBytes: MOST_ANSWERED_BYTES,
      purpose: "webhook",
    });
    return { kind: "answered", status };
  } catch (error) {
    if (error instanceof OutboundError) return { kind: "silence", message: error.message };
    throw error;
  }
}

/** Records what the attempt shows about its receiver, and notifies the owners if the receiver is lost. */
async function judge(ctx: Context, before: Subscription, delivery: Delivery): Promise<Subscription> {
  const { customerId } = ctx.viewer;
  const wall = wallOf(ctx);
  const subscription = afterVerdict(before, verdictOf(delivery), { since: delivery.createdAt, wall });
  await updateStanding(ctx.db, customerId, subscription);
  if (before.status !== "active" || subscription.status === "active") return subscription;
  const { subscriptionId, url } = subscription;
  const message = `${url} no longer accepts events (${delivery.error}): fix it, then send it a test event (POST /webhook-subscriptions/${subscriptionId}/test), and it receives new events again`;
  await insertLossNotice(ctx.db, customerId, newId("notification", ctx.random), { subscriptionId, message }, ctx.now);
  return subscription;
}
