import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { ReportSubscription } from "./subscription.ts";

/** An order's reports go to one URL: the latest that was given. */
export async function upsertSubscription(db: Db, customerId: number, subscription: ReportSubscription): Promise<void> {
  const { url, sealed, metrics, checkAt } = subscription;
  const named = { url, sealed, metrics: metrics && JSON.stringify(metrics), check_at: checkAt };
  await db
    .insertInto("report_subscriptions")
    .values({
      customer_id: customerId,
      order_id: subscription.orderId,
      storefront_id: subscription.storefrontId,
      principal: subscription.principal,
      created_at: subscription.createdAt,
      ...named,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "order_id"]).doUpdateSet(named))
    .execute();
}

/** Locked until the transaction ends. */
export async function lockSubscription(
  db: Db,
  customerId: number,
  orderId: string,
): Promise<ReportSubscription | undefined> {
  const row = await db
    .selectFrom("report_subscriptions")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveSubscription(db: Db, customerId: number, subscription: ReportSubscription): Promise<void> {
  const { orderId, sequence, reportedUntil, checkAt } = subscription;
  await db
    .updateTable("report_subscriptions")
    .set({ sequence, reported_until: reportedUntil, check_at: checkAt })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .execute();
}

export interface DueReport {
  readonly customerId: number;
  readonly orderId: string;
  readonly at: Date;
}

/** Subscriptions whose check is due, the longest due first. */
export async function listDueReportsOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<DueReport[]> {
  const rows = await db
    .selectFrom("report_subscriptions")
    .select(["customer_id as customerId", "order_id as orderId", "check_at as at"])
    .where("check_at", "<=", wall)
    .orderBy("check_at")
    .limit(limit)
    .execute();
  return rows.flatMap(({ at, ...due }) => (at ? [{ ...due, at }] : []));
}

function fromRow(row: Row<"report_subscriptions">): ReportSubscription {
  return {
    orderId: row.order_id,
    storefrontId: row.storefront_id,
    principal: row.principal,
    url: row.url,
    sealed: row.sealed,
    metrics: row.metrics as readonly string[] | null,
    sequence: row.sequence,
    reportedUntil: row.reported_until,
    checkAt: row.check_at,
    createdAt: row.created_at,
  };
}
