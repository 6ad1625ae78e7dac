import type { Db } from "../../ground/db/index.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { findSubscription } from "./store.ts";
import type { Subscription } from "./subscription.ts";

export async function getSubscription(db: Db, customerId: number, subscriptionId: string): Promise<Subscription> {
  const subscription = await findSubscription(db, customerId, subscriptionId);
  if (!subscription) throw noSubscription(subscriptionId);
  return subscription;
}

export function noSubscription(subscriptionId: string): NotFound {
  return new NotFound(`there is no webhook subscription ${subscriptionId}`);
}
