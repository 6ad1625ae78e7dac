import { sql } from "kysely";
import { type Db, type InstallationDb, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { Delivery } from "./delivery.ts";

export async function insertDeliveries(db: Db, customerId: number, deliveries: readonly Delivery[]): Promise<void> {
  await db
    .insertInto("webhook_deliveries")
    .values(
      deliveries.map((delivery) => ({
        customer_id: customerId,
        webhook_delivery_id: delivery.deliveryId,
        webhook_subscription_id: delivery.subscriptionId,
        event_type: delivery.eventType,
        body: delivery.body,
        ...deliveryStatusOf(delivery),
        created_at: delivery.createdAt,
      })),
    )
    .execute();
}

export async function saveDelivery(db: Db, customerId: number, delivery: Delivery): Promise<Delivery> {
  await db
    .updateTable("webhook_deliveries")
    .set(deliveryStatusOf(delivery))
    .where("customer_id", "=", customerId)
    .where("webhook_delivery_id", "=", delivery.deliveryId)
    .execute();
  return delivery;
}

export async function findDelivery(db: Db, customerId: number, deliveryId: string): Promise<Delivery | undefined> {
  const row = await deliveries(db, customerId).where("webhook_delivery_id", "=", deliveryId).executeTakeFirst();
  return row && fromRow(row);
}

export async function lockDelivery(db: Db, customerId: number, deliveryId: string): Promise<Delivery | undefined> {
  const row = await deliveries(db, customerId)
    .where("webhook_delivery_id", "=", deliveryId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Newest first, with the total number. */
export async function listDeliveries(
  db: Db,
  customerId: number,
  subscriptionId: string,
  page: Page,
): Promise<{ deliveries: Delivery[]; total: number }> {
  const matching = deliveries(db, customerId).where("webhook_subscription_id", "=", subscriptionId);
  const { rows, total } = await pageAndTotal(matching.orderBy("webhook_delivery_id", "desc"), page);
  return { deliveries: rows.map(fromRow), total };
}

const KEPT_MS = 30 * DAY_MS;

/** Keeps thirty days of the log. */
export async function deleteOldDeliveriesOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("webhook_deliveries").where("created_at", "<", after(wall, -KEPT_MS)).execute();
}

export async function countFailedOfAllCustomers(db: InstallationDb, since: Date): Promise<number> {
  const { failed } = await db
    .selectFrom("webhook_deliveries")
    .select((count) => count.fn.countAll<number>().as("failed"))
    .where("status", "=", sql.lit("failed"))
    .where("created_at", ">=", since)
    .executeTakeFirstOrThrow();
  return failed;
}

function deliveries(db: Db, customerId: number) {
  return db.selectFrom("webhook_deliveries").selectAll().where("customer_id", "=", customerId);
}

function deliveryStatusOf(delivery: Delivery) {
  return {
    status: delivery.status,
    attempts: delivery.attempts,
    fence: delivery.fence,
    lease_until: delivery.leaseUntil,
    next_attempt_at: delivery.nextAttemptAt,
    last_attempt_at: delivery.lastAttemptAt,
    response_status: delivery.responseStatus,
    error: delivery.error,
  };
}

function fromRow(row: Row<"webhook_deliveries">): Delivery {
  return {
    deliveryId: row.webhook_delivery_id,
    subscriptionId: row.webhook_subscription_id,
    eventType: row.event_type,
    body: row.body,
    status: row.status as Delivery["status"],
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    nextAttemptAt: row.next_attempt_at,
    lastAttemptAt: row.last_attempt_at,
    responseStatus: row.response_status,
    error: row.error,
    createdAt: row.created_at,
  };
}
