import type { output } from "zod";
import { type CallContext, type Context, wallOf } from "../../ground/kernel/context.ts";
import { BadRequest, Invalid } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { lockCustomer } from "../customers/index.ts";
import type { NewSubscriptionBody } from "./schema.ts";
import { newSecret, secretPlace } from "./secret.ts";
import { insertSubscription, listSubscriptions } from "./store.ts";
import type { Subscription } from "./subscription.ts";

/** Limited because every event is sent to each of them. */
const MOST = 20;

/** Throws `Invalid` for a URL that could never be called. */
export function checkUrl({ url }: output<typeof NewSubscriptionBody>, { outbound }: CallContext): void {
  const complaint = outbound.complaint(url);
  if (complaint) throw new Invalid(`url: ${complaint}`, { field: "url" });
}

/** Creates a subscription. Returns the secret if it was generated here, which is shown only now. */
export async function createSubscription(
  ctx: Context,
  { url, secret, eventTypes }: output<typeof NewSubscriptionBody>,
): Promise<{ subscription: Subscription; secret: string | null }> {
  const { db, viewer, vault, random } = ctx;
  const { customerId } = viewer;
  await lockCustomer(db, customerId);
  if ((await listSubscriptions(db, customerId)).length >= MOST)
    throw new BadRequest(`your organisation has ${MOST} subscriptions, the maximum: delete one first`);
  const made = secret === undefined ? newSecret(random) : null;
  const subscriptionId = newId("webhookSubscription", random);
  const wall = wallOf(ctx);
  const subscription: Subscription = {
    subscriptionId,
    url,
    eventTypes: [...new Set(eventTypes)],
    sealed: vault.seal(secret ?? made ?? "", secretPlace(customerId, subscriptionId)),
    status: "active",
    failureCount: 0,
    lastSuccessAt: null,
    lastFailureAt: null,
    createdAt: wall,
    updatedAt: wall,
  };
  await insertSubscription(db, customerId, subscription);
  return { subscription, secret: made };
}
