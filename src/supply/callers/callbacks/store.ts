import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { Callback } from "./callback.ts";

/** A task has one callback: the first one that was requested stays. */
export async function insertCallback(db: Db, customerId: number, callback: Callback): Promise<void> {
  await db
    .insertInto("task_callbacks")
    .values({
      customer_id: customerId,
      task_id: callback.taskId,
      task_type: callback.taskType,
      storefront_id: callback.storefrontId,
      principal: callback.principal,
      url: callback.url,
      operation_id: callback.operationId,
      a2a_context: callback.a2aContext,
      sealed: callback.sealed,
      event_id: callback.eventId,
      creative_id: callback.creativeId,
      created_at: callback.createdAt,
      ...progressOf(callback),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function lockCallback(db: Db, customerId: number, eventId: string): Promise<Callback | undefined> {
  const row = await db
    .selectFrom("task_callbacks")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("event_id", "=", eventId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveCallback(db: Db, customerId: number, callback: Callback): Promise<Callback> {
  await db
    .updateTable("task_callbacks")
    .set(progressOf(callback))
    .where("customer_id", "=", customerId)
    .where("event_id", "=", callback.eventId)
    .execute();
  return callback;
}

export async function listCalledBack(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Pick<Callback, "storefrontId" | "principal">,
  taskIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("task_callbacks")
    .select("task_id")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where(sql<boolean>`task_id = any(${taskIds})`)
    .execute();
  return new Set(rows.map((row) => row.task_id));
}

/** The callback of an undecided task; undefined if nobody wants to be notified of it. */
export async function findWaitingCallback(
  db: Db,
  customerId: number,
  { storefrontId, principal, taskId }: Pick<Callback, "storefrontId" | "principal" | "taskId">,
): Promise<Callback | undefined> {
  const row = await db
    .selectFrom("task_callbacks")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("task_id", "=", taskId)
    .where("status", "=", "waiting")
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Makes the tasks of an order and of its changes due now; returns the callbacks that wait for them. */
export async function makeDue(
  db: Db,
  customerId: number,
  { storefrontId, principal, orderId }: Pick<Callback, "storefrontId" | "principal"> & { readonly orderId: string },
  wall: Date,
): Promise<string[]> {
  const rows = await db
    .updateTable("task_callbacks")
    .set({ check_at: wall })
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("status", "=", "waiting")
    .where(sql<boolean>`split_part(task_id, '/', 1) = ${orderId}`)
    .returning("event_id")
    .execute();
  return rows.map((row) => row.event_id);
}

export interface DueCallback {
  readonly customerId: number;
  readonly eventId: string;
  readonly at: Date;
}

/** Callbacks whose task is to be polled, the longest due first. */
export async function listDueCallbacksOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<DueCallback[]> {
  return db
    .selectFrom("task_callbacks")
    .select(["customer_id as customerId", "event_id as eventId", "check_at as at"])
    .where("status", "=", "waiting")
    .where("check_at", "<=", wall)
    .orderBy("check_at")
    .limit(limit)
    .execute();
}

/** Deletes callbacks that are settled. */
export async function deleteCallbacksOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await db
    .deleteFrom("task_callbacks")
    .where("status", "in", ["delivered", "failed"])
    .where("created_at", "<", before)
    .execute();
}

function progressOf(callback: Callback) {
  const { body, status, attempts, fence, checkAt, leaseUntil, lastAttemptAt, responseStatus, error } = callback;
  return {
    body,
    status,
    attempts,
    fence,
    check_at: checkAt,
    lease_until: leaseUntil,
    last_attempt_at: lastAttemptAt,
    response_status: responseStatus,
    error,
  };
}

function fromRow(row: Row<"task_callbacks">): Callback {
  return {
    taskId: row.task_id,
    taskType: row.task_type as Callback["taskType"],
    storefrontId: row.storefront_id,
    principal: row.principal,
    url: row.url,
    operationId: row.operation_id,
    a2aContext: row.a2a_context,
    sealed: row.sealed,
    eventId: row.event_id,
    creativeId: row.creative_id,
    body: row.body,
    status: row.status as Callback["status"],
    attempts: row.attempts,
    fence: row.fence,
    checkAt: row.check_at,
    leaseUntil: row.lease_until,
    lastAttemptAt: row.last_attempt_at,
    responseStatus: row.response_status,
    error: row.error,
    createdAt: row.created_at,
  };
}
