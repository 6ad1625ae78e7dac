import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { OrderChange } from "./order-change.ts";

/** False where the order has been sent this key before; then nothing is written. */
export async function insertChange(db: Db, customerId: number, change: OrderChange, at: Date): Promise<boolean> {
  const inserted = await db
    .insertInto("order_changes")
    .values({
      customer_id: customerId,
      order_id: change.orderId,
      idempotency_key: change.idempotencyKey,
      request_hash: change.requestHash,
      outcomes: JSON.stringify(change.outcomes),
      sent_at: JSON.stringify(change.sentAt),
      targeting: JSON.stringify(change.targeting),
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "order_id", "idempotency_key"]).doNothing())
    .returning("order_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findChange(
  db: Db,
  customerId: number,
  orderId: string,
  idempotencyKey: string,
): Promise<OrderChange | undefined> {
  const row = await db
    .selectFrom("order_changes")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("idempotency_key", "=", idempotencyKey)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    orderId,
    idempotencyKey,
    requestHash: row.request_hash,
    outcomes: row.outcomes as unknown as OrderChange["outcomes"],
    sentAt: row.sent_at as unknown as OrderChange["sentAt"],
    targeting: row.targeting as unknown as OrderChange["targeting"],
  };
}

/** Notes since when sources may have made their parts; of those that were noted before, that stays. */
export async function noteSent(
  db: Db,
  customerId: number,
  { orderId, idempotencyKey }: OrderChange,
  sentAt: OrderChange["sentAt"],
): Promise<void> {
  await oneChange(db, customerId, orderId, idempotencyKey)
    .set({ sent_at: sql`${JSON.stringify(sentAt)}::jsonb || sent_at` })
    .execute();
}

/** Sources that have said that they did nothing. */
export async function noteUnsent(
  db: Db,
  customerId: number,
  { orderId, idempotencyKey }: OrderChange,
  legIds: readonly string[],
): Promise<void> {
  await oneChange(db, customerId, orderId, idempotencyKey)
    .set({ sent_at: sql`sent_at - ${legIds}::text[]` })
    .execute();
}

/** How often an order was changed, and one. Nobody else who minds changes it before the transaction ends. */
export async function lockRevision(db: Db, customerId: number, orderId: string): Promise<number> {
  const order = await db
    .selectFrom("orders")
    .select("assignment_changes")
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const { changes } = await db
    .selectFrom("order_changes")
    .select((change) => change.fn.countAll<number>().as("changes"))
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .executeTakeFirstOrThrow();
  return 1 + changes + (order?.assignment_changes ?? 0);
}

/** Adds what some of the legs answered to what the others have. */
export async function mergeOutcomes(
  db: Db,
  customerId: number,
  { orderId, idempotencyKey }: OrderChange,
  outcomes: OrderChange["outcomes"],
): Promise<void> {
  await oneChange(db, customerId, orderId, idempotencyKey)
    .set({ outcomes: sql`outcomes || ${JSON.stringify(outcomes)}::jsonb` })
    .execute();
}

function oneChange(db: Db, customerId: number, orderId: string, idempotencyKey: string) {
  return db
    .updateTable("order_changes")
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("idempotency_key", "=", idempotencyKey);
}
