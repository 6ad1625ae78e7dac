import type { Db } from "../../ground/db/index.ts";
import { beforeCommit } from "../../ground/db/writing/index.ts";
import { type Context, installationDb, wallOf } from "../../ground/kernel/context.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { deliverWebhook } from "./deliveries/deliver-webhook.ts";
import type { Delivery } from "./deliveries/delivery.ts";
import { insertDeliveries } from "./deliveries/store.ts";
import type { Event } from "./event.ts";
import { requestListeners } from "./store.ts";

/**
 * Enqueues an event of the viewer's organisation for all its subscribers, which is sent after this transaction commits. The query for
 * subscribers is sent at once, and its result is awaited at the end of the transaction.
 */
export async function publish(ctx: Context, event: Event): Promise<void> {
  await recordEvent(ctx, ctx.viewer.customerId, event);
}

/** The same for another organisation, in a transaction that sees the whole installation. */
export async function publishToAnyCustomer(ctx: Context, customerId: number, event: Event): Promise<void> {
  installationDb(ctx);
  await recordEvent(ctx, customerId, event);
}

async function recordEvent(ctx: Context, customerId: number, event: Event): Promise<void> {
  const listeners = listenersOf(ctx.db, customerId, event.type);
  const body = bodyOf(event, ctx.now);
  const leave = async () => enqueueDeliveries(ctx, customerId, { type: event.type, body }, await listeners());
  if (!beforeCommit(ctx.db, leave, leave)) await leave();
}

async function enqueueDeliveries(
  ctx: Context,
  customerId: number,
  event: { readonly type: Event["type"]; readonly body: string },
  listeners: readonly string[],
): Promise<void> {
  if (listeners.length === 0) return;
  const deliveries = listeners.map((subscriptionId) => newDelivery(ctx, subscriptionId, event.type, event.body));
  await insertDeliveries(ctx.db, customerId, deliveries);
  for (const { deliveryId } of deliveries) await ctx.enqueue(deliverWebhook, { customerId, deliveryId, attempt: 0 });
}

const found = new WeakMap<Db, Map<string, () => Promise<string[]>>>();

/** If several events of a type are published in one transaction, the subscribers are read only once; they stay locked until it ends. */
function listenersOf(db: Db, customerId: number, type: Event["type"]): () => Promise<string[]> {
  const ofDb = found.get(db) ?? new Map<string, () => Promise<string[]>>();
  found.set(db, ofDb);
  const whose = `${customerId} ${type}`;
  const listeners = ofDb.get(whose) ?? requestListeners(db, customerId, type);
  ofDb.set(whose, listeners);
  return listeners;
}

export function newDelivery(
  ctx: Pick<Context, "random" | "now" | "viewer">,
  subscriptionId: string,
  eventType: string,
  body: string,
): Delivery {
  const wall = wallOf(ctx);
  return {
    deliveryId: newId("webhookMessage", ctx.random),
    subscriptionId,
    eventType,
    body,
    status: "pending",
    attempts: 0,
    fence: 0,
    leaseUntil: null,
    nextAttemptAt: wall,
    lastAttemptAt: null,
    responseStatus: null,
    error: null,
    createdAt: wall,
  };
}

/** The body that Standard Webhooks defines: what happened, when by the organisation's clock, and to which resource. */
export function bodyOf({ type, resourceType, resourceId, data }: Omit<Event, "type"> & { type: string }, at: Date) {
  return JSON.stringify({ type, timestamp: at.toISOString(), data: { resourceType, resourceId, ...data } });
}
