import { z } from "zod";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { secretPlace } from "../secret.ts";
import { findSubscription, insertLossNotice, lockSubscription, updateStanding } from "../store.ts";
import { afterVerdict, type Subscription } from "../subscription.ts";
import {
  afterAttempt,
  beginAttempt,
  type Delivery,
  type DeliveryResponse,
  PATIENCE_MS,
  RECOVERY_MS,
  verdictOf,
} from "./delivery.ts";
import { signatureHeaders } from "./sign-message.ts";
import { lockDelivery, saveDelivery } from "./store.ts";

export interface DeliverInput {
  readonly customerId: number;
  readonly deliveryId: string;
  /** How many attempts were made when this one was left; where there are more by now, there is nothing to do. */
  readonly attempt: number;
  /** Left behind with an attempt, for whoever makes it to die: does something only where nothing became of it. */
  readonly abandoned?: boolean | undefined;
}

interface Claimed {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
}

/** An answer's body is nothing to us: so much is read that a receiver may be wordy. */
const MOST_ANSWERED_BYTES = 65_536;

/**
 * Sends a delivery to its receiver, once. That it was not taken is no error: the next attempt is left behind with the
 * outcome. Only a crash between the two sends again, when the lease is over, under the same message id.
 */
export const deliverWebhook: Step<DeliverInput, Delivery | undefined> = step({
  name: "webhooks.deliver",
  input: z.object({ customerId: z.int(), deliveryId: z.string(), attempt: z.int(), abandoned: z.boolean().optional() }),

  async claim({ customerId, deliveryId, attempt, abandoned = false }, ctx): Promise<Claimed | undefined> {
    const delivery = await lockDelivery(ctx.db, customerId, deliveryId);
    if (!delivery || (abandoned && delivery.leaseUntil === null)) return undefined;
    const begun = beginAttempt(delivery, attempt, wallOf(ctx));
    const subscription = begun && (await findSubscription(ctx.db, customerId, begun.subscriptionId));
    if (!subscription) return undefined;
    const again = { customerId, deliveryId, attempt: begun.attempts, abandoned: true };
    await ctx.enqueue(deliverWebhook, again, { delayMs: RECOVERY_MS });
    return { subscription, delivery: await saveDelivery(ctx.db, customerId, begun) };
  },

  call: ({ delivery, subscription }, ctx) => send(delivery, subscription, ctx),

  async settle({ delivery: { deliveryId }, subscription: { subscriptionId } }, response, ctx) {
    const { customerId } = ctx.viewer;
    const wall = wallOf(ctx);
    // The subscription before its delivery, as whoever deletes it holds them. One that is gone by now wants to hear nothing.
    const subscription = await lockSubscription(ctx.db, customerId, subscriptionId);
    const delivery = await lockDelivery(ctx.db, customerId, deliveryId);
    if (!subscription || !delivery) return undefined;
    const settled = await saveDelivery(ctx.db, customerId, afterAttempt(delivery, response, wall));
    await judge(ctx, subscription, settled);
    const { nextAttemptAt, attempts: attempt } = settled;
    if (nextAttemptAt) {
      const delayMs = nextAttemptAt.getTime() - wall.getTime();
      await ctx.enqueue(deliverWebhook, { customerId, deliveryId, attempt }, { delayMs });
    }
    return settled;
  },
});

async function send({ deliveryId, body }: Delivery, { subscriptionId, url, sealed }: Subscription, ctx: CallContext) {
  const secret = ctx.vault.open(sealed, secretPlace(ctx.viewer.customerId, subscriptionId));
  const signed = signatureHeaders(secret, { messageId: deliveryId, body, at: wallOf(ctx) });
  try {
    const { status } = await ctx.outbound.request(url, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Interchange", ...signed },
      body,
      timeoutMs: PATIENCE_MS,
      maxResponseBytes: MOST_ANSWERED_BYTES,
      purpose: "webhook",
    });
    return { kind: "answered", status } satisfies DeliveryResponse;
  } catch (error) {
    if (error instanceof OutboundError) return { kind: "silence", message: error.message } satisfies DeliveryResponse;
    throw error;
  }
}

/** Writes down what the attempt says about its receiver, and tells its owners where it is lost. */
async function judge(ctx: Context, before: Subscription, delivery: Delivery): Promise<void> {
  const { customerId } = ctx.viewer;
  const wall = wallOf(ctx);
  const subscription = afterVerdict(before, verdictOf(delivery), { since: delivery.createdAt, wall });
  await updateStanding(ctx.db, customerId, subscription);
  if (before.status !== "active" || subscription.status === "active") return;
  const { subscriptionId, url } = subscription;
  const message = `${url} takes no events any more (${delivery.error}): mend it, then send it a test event (POST /webhook-subscriptions/${subscriptionId}/test), and it hears of new events again`;
  await insertLossNotice(ctx.db, customerId, newId("notification", ctx.random), { subscriptionId, message }, ctx.now);
}
