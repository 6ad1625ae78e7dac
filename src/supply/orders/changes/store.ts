import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import { stateBefore } from "../../../ground/kernel/lifecycle.ts";
import type { MediaBuyChange, MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import { type ChangePart, type PartChange, type PartState, partLife } from "./change-part.ts";
import type { AnsweredChange, OrderChange } from "./order-change.ts";

/** Identifies a change: its order, and the buyer's key. */
type ChangePlace = Pick<OrderChange, "orderId" | "idempotencyKey">;

/** Returns false, and writes nothing, if this key was already sent for the order. */
export async function insertChange(db: Db, customerId: number, change: OrderChange, at: Date): Promise<boolean> {
  const { orderId, idempotencyKey, parts } = change;
  const place = { customer_id: customerId, order_id: orderId, idempotency_key: idempotencyKey };
  const inserted = await db
    .insertInto("order_changes")
    .values({
      ...place,
      request_hash: change.requestHash,
      targeting: JSON.stringify(change.targeting),
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "order_id", "idempotency_key"]).doNothing())
    .returning("order_id")
    .executeTakeFirst();
  if (!inserted) return false;
  if (parts.length === 0) return true;
  const rows = parts.map(({ legId, state, asked }) => ({
    ...place,
    leg_id: legId,
    state,
    request: JSON.stringify(asked),
  }));
  await db.insertInto("order_change_parts").values(rows).execute();
  return true;
}

export async function findChange(
  db: Db,
  customerId: number,
  { orderId, idempotencyKey }: ChangePlace,
): Promise<OrderChange | undefined> {
  const row = await db
    .selectFrom("order_changes")
    .select(["request_hash", "targeting"])
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("idempotency_key", "=", idempotencyKey)
    .executeTakeFirst();
  if (!row) return undefined;
  const parts = await partsOf(db, customerId, { orderId, idempotencyKey }).orderBy("leg_id").execute();
  const { request_hash: requestHash, targeting } = row;
  return {
    orderId,
    idempotencyKey,
    requestHash,
    // Only insertChange writes this column, in this form.
    targeting: targeting as unknown as OrderChange["targeting"],
    parts: parts.map(fromRow),
  };
}

/** Locks the order until the end of the transaction, so that whoever stores a part of a change sees the results of the others. */
export async function lockPart(
  db: Db,
  customerId: number,
  { legId, ...place }: ChangePlace & Pick<ChangePart, "legId">,
): Promise<ChangePart | undefined> {
  await lockOrder(db, customerId, place.orderId);
  const row = await partsOf(db, customerId, place).where("leg_id", "=", legId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function savePart(db: Db, customerId: number, part: ChangePart): Promise<void> {
  await db
    .updateTable("order_change_parts")
    .set({
      state: part.state,
      outcome: part.outcome && JSON.stringify(part.outcome),
      message: part.message,
      attempts: part.attempts,
      fence: part.fence,
      lease_until: part.leaseUntil,
      sent_at: part.sentAt,
    })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", part.orderId)
    .where("idempotency_key", "=", part.idempotencyKey)
    .where("leg_id", "=", part.legId)
    .where("state", "in", stateBefore(partLife, part.state))
    .execute();
}

/** The number of changes to an order, plus one. Locked until the end of the transaction. */
export async function lockRevision(db: Db, customerId: number, orderId: string): Promise<number> {
  const assignmentChanges = await lockOrder(db, customerId, orderId);
  const { changes } = await db
    .selectFrom("order_changes")
    .select((change) => change.fn.countAll<number>().as("changes"))
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .executeTakeFirstOrThrow();
  return 1 + changes + assignmentChanges;
}

/** The requested changes of an order, oldest first, with each leg's answer. */
export async function listChanges(db: Db, customerId: number, orderId: string): Promise<AnsweredChange[]> {
  const rows = await db
    .selectFrom("order_changes as change")
    .select("change.created_at as askedAt")
    .select((change) =>
      change
        .selectFrom("order_change_parts as part")
        .whereRef("part.customer_id", "=", "change.customer_id")
        .whereRef("part.order_id", "=", "change.order_id")
        .whereRef("part.idempotency_key", "=", "change.idempotency_key")
        .select(
          sql<Record<string, MediaBuyOutcome | null>>`coalesce(jsonb_object_agg(leg_id, outcome), '{}')`.as("said"),
        )
        .as("outcomes"),
    )
    .where("change.customer_id", "=", customerId)
    .where("change.order_id", "=", orderId)
    .orderBy("change.created_at")
    .execute();
  return rows.map(({ askedAt, outcomes }) => ({ askedAt, outcomes: outcomes ?? {} }));
}

/** Returns how often the order's creatives were reassigned. */
async function lockOrder(db: Db, customerId: number, orderId: string): Promise<number> {
  const order = await db
    .selectFrom("orders")
    .select("assignment_changes")
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return order?.assignment_changes ?? 0;
}

function partsOf(db: Db, customerId: number, { orderId, idempotencyKey }: ChangePlace) {
  return db
    .selectFrom("order_change_parts")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("idempotency_key", "=", idempotencyKey);
}

function fromRow(row: Row<"order_change_parts">): ChangePart {
  // Only insertChange writes this column, with times as text.
  const { change, positions } = row.request as unknown as PartChange;
  return {
    orderId: row.order_id,
    idempotencyKey: row.idempotency_key,
    legId: row.leg_id,
    state: row.state as PartState,
    asked: { change: withTimes(change), positions },
    outcome: row.outcome as unknown as MediaBuyOutcome | null,
    message: row.message,
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    sentAt: row.sent_at,
  };
}

function withTimes(change: MediaBuyChange): MediaBuyChange {
  const { packages } = change;
  return { ...timed(change), ...(packages && { packages: packages.map(timed) }) };
}

function timed<T extends Pick<MediaBuyChange, "startTime" | "endTime">>(asked: T): T {
  const { startTime, endTime } = asked;
  return {
    ...asked,
    ...(startTime && { startTime: new Date(startTime) }),
    ...(endTime && { endTime: new Date(endTime) }),
  };
}
