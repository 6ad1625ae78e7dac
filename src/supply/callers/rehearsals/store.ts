import type { Db, Row } from "../../../ground/db/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Caller } from "../caller.ts";
import { type RehearsedTask, rehearsedLife } from "./rehearsed-task.ts";

type Owner = Omit<Caller, "side">;

export type Settled = Pick<RehearsedTask, "taskId" | "taskType" | "arm" | "message">;

/** A call that may turn into a task, and the account for which it is made. */
export type RehearsedFor = Pick<RehearsedTask, "taskType" | "account">;

function ownedBy(customerId: number, { storefrontId, principal }: Owner) {
  return { customer_id: customerId, storefront_id: storefrontId, principal };
}

/** Prepares the task for the caller's next call of its kind, in place of any task prepared before. */
export async function replaceNextTask(
  db: Db,
  customerId: number,
  owner: Owner,
  { taskId, taskType, arm, message }: Settled,
  at: Date,
): Promise<void> {
  const own = ownedBy(customerId, owner);
  const ends = { result: null, account: null, created_at: at, updated_at: at };
  const fresh = { task_type: taskType, arm, state: "next", message, ...ends };
  await db
    .deleteFrom("rehearsed_tasks")
    .where(({ and }) => and(own))
    .where("state", "=", "next")
    .where("task_type", "=", taskType)
    .execute();
  await db
    .insertInto("rehearsed_tasks")
    .values({ ...own, task_id: taskId, ...fresh })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "storefront_id", "principal", "task_id"]).doUpdateSet(fresh),
    )
    .execute();
}

/** Uses up the prepared task for the caller's next call; undefined if none is prepared. */
export async function giveNextTask(
  db: Db,
  customerId: number,
  owner: Owner,
  { taskType, account }: RehearsedFor,
  at: Date,
): Promise<RehearsedTask | undefined> {
  const given = { state: stepped(rehearsedLife, "give", "next"), account: account && JSON.stringify(account) };
  const row = await db
    .updateTable("rehearsed_tasks")
    .set({ ...given, updated_at: at })
    .where(({ and }) => and(ownedBy(customerId, owner)))
    .where("state", "=", "next")
    .where("task_type", "=", taskType)
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function isNextTask(
  db: Db,
  customerId: number,
  owner: Owner,
  taskType: RehearsedTask["taskType"],
): Promise<boolean> {
  const row = await db
    .selectFrom("rehearsed_tasks")
    .select("task_id")
    .where(({ and }) => and(ownedBy(customerId, owner)))
    .where("state", "=", "next")
    .where("task_type", "=", taskType)
    .executeTakeFirst();
  return row !== undefined;
}

/** A task that a call has turned into; undefined if none has, or if it is somebody else's. */
export async function findGivenTask(
  db: Db,
  customerId: number,
  owner: Owner,
  taskId: string,
): Promise<RehearsedTask | undefined> {
  const row = await db
    .selectFrom("rehearsed_tasks")
    .selectAll()
    .where(({ and }) => and(ownedBy(customerId, owner)))
    .where("task_id", "=", taskId)
    .where("state", "<>", "next")
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listGivenSearches(db: Db, customerId: number, owner: Owner): Promise<RehearsedTask[]> {
  const rows = await db
    .selectFrom("rehearsed_tasks")
    .selectAll()
    .where(({ and }) => and(ownedBy(customerId, owner)))
    .where("state", "<>", "next")
    .where("task_type", "=", "get_products")
    .orderBy("created_at", "desc")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(fromRow);
}

/** More tasks than anybody keeps track of in tests. */
const MOST_LISTED = 100;

/** Returns whether a call had turned into the task and it was still open. */
export async function endTask(
  db: Db,
  customerId: number,
  owner: Owner,
  { taskId, result }: { readonly taskId: string; readonly result: Readonly<Record<string, unknown>> },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("rehearsed_tasks")
    .set({ state: stepped(rehearsedLife, "end", "given"), result: JSON.stringify(result), updated_at: at })
    .where(({ and }) => and(ownedBy(customerId, owner)))
    .where("task_id", "=", taskId)
    .where("state", "=", "given")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function fromRow(row: Row<"rehearsed_tasks">): RehearsedTask {
  return {
    taskId: row.task_id,
    taskType: row.task_type as RehearsedTask["taskType"],
    account: row.account as RehearsedTask["account"],
    arm: row.arm as RehearsedTask["arm"],
    state: row.state as RehearsedTask["state"],
    message: row.message,
    result: row.result as RehearsedTask["result"],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
