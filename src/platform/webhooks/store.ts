import { sql } from "kysely";
import { type Db, preparedStatement, type Row } from "../../ground/db/index.ts";
import { askAhead } from "../../ground/db/writing/index.ts";
import { type EventType, NOTICES, type NoticeType } from "./event.ts";
import type { Subscription } from "./subscription.ts";

export async function insertSubscription(db: Db, customerId: number, subscription: Subscription): Promise<void> {
  await db
    .insertInto("webhook_subscriptions")
    .values({
      customer_id: customerId,
      webhook_subscription_id: subscription.subscriptionId,
      url: subscription.url,
      event_types: [...subscription.eventTypes],
      sealed: subscription.sealed,
      ...subscriptionStatusOf(subscription),
      created_at: subscription.createdAt,
    })
    .execute();
}

export async function updateStanding(db: Db, customerId: number, subscription: Subscription): Promise<void> {
  await db
    .updateTable("webhook_subscriptions")
    .set(subscriptionStatusOf(subscription))
    .where("customer_id", "=", customerId)
    .where("webhook_subscription_id", "=", subscription.subscriptionId)
    .execute();
}

/** Newest first. */
export async function listSubscriptions(db: Db, customerId: number): Promise<Subscription[]> {
  const rows = await subscriptions(db, customerId).orderBy("webhook_subscription_id", "desc").execute();
  return rows.map(fromRow);
}

export async function findSubscription(
  db: Db,
  customerId: number,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const row = await subscriptions(db, customerId)
    .where("webhook_subscription_id", "=", subscriptionId)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function lockSubscription(
  db: Db,
  customerId: number,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const row = await subscriptions(db, customerId)
    .where("webhook_subscription_id", "=", subscriptionId)
    // Events may be enqueued for it in the meantime, but it must not be deleted.
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Queries the active subscriptions for this event, to be awaited later; they are locked against deletion until the transaction ends. */
export function requestListeners(db: Db, customerId: number, type: EventType): () => Promise<string[]> {
  const answer = askAhead(db, listeners({ customerId, type }));
  return async () => (await answer()).map((row) => row.webhook_subscription_id);
}

const listeners = preparedStatement(
  (_, { customerId, type }: { readonly customerId: number; readonly type: string }) => sql<{
    webhook_subscription_id: string;
  }>`
    select webhook_subscription_id from webhook_subscriptions
    where customer_id = ${customerId} and status = 'active' and ${type} = any(event_types) for key share`,
);

/** Returns whether there was one. Its deliveries are deleted with it. */
export async function deleteSubscription(db: Db, customerId: number, subscriptionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("webhook_subscriptions")
    .where("customer_id", "=", customerId)
    .where("webhook_subscription_id", "=", subscriptionId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Notifications come after webhooks in the order of areas, because they are published through webhooks; so this one has to be inserted directly. */
export async function insertLossNotice(
  db: Db,
  customerId: number,
  notificationId: string,
  { subscriptionId, message }: { readonly subscriptionId: string; readonly message: string },
  at: Date,
): Promise<void> {
  const type: NoticeType = "webhook_subscription.failed";
  await db
    .insertInto("notifications")
    .values({
      customer_id: customerId,
      notification_id: notificationId,
      type,
      status: NOTICES[type],
      resource_type: "WEBHOOK_SUBSCRIPTION",
      resource_id: subscriptionId,
      message,
      created_at: at,
    })
    .execute();
}

function subscriptions(db: Db, customerId: number) {
  return db.selectFrom("webhook_subscriptions").selectAll().where("customer_id", "=", customerId);
}

function subscriptionStatusOf({ status, failureCount, lastSuccessAt, lastFailureAt, updatedAt }: Subscription) {
  return {
    status,
    failure_count: failureCount,
    last_success_at: lastSuccessAt,
    last_failure_at: lastFailureAt,
    updated_at: updatedAt,
  };
}

function fromRow(row: Row<"webhook_subscriptions">): Subscription {
  return {
    subscriptionId: row.webhook_subscription_id,
    url: row.url,
    eventTypes: row.event_types as EventType[],
    sealed: row.sealed,
    status: row.status as Subscription["status"],
    failureCount: row.failure_count,
    lastSuccessAt: row.last_success_at,
    lastFailureAt: row.last_failure_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
