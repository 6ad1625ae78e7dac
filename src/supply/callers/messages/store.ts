import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import type { Caller } from "../caller.ts";
import type { AnsweredMessage } from "./answered-message.ts";

type Owner = Omit<Caller, "side">;

/** If the task already has an answer, that answer is kept: its current status comes from whoever decides it. */
export async function insertAnswered(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Owner,
  { taskId, contextId, status, payload, createdAt }: AnsweredMessage,
): Promise<void> {
  const owner = { customer_id: customerId, storefront_id: storefrontId, principal };
  const answer = { context_id: contextId, status, payload: JSON.stringify(payload), created_at: createdAt };
  await db
    .insertInto("answered_messages")
    .values({ ...owner, task_id: taskId, ...answer })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findAnswered(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Owner,
  taskId: string,
): Promise<AnsweredMessage | undefined> {
  const row = await db
    .selectFrom("answered_messages")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("task_id", "=", taskId)
    .executeTakeFirst();
  return (
    row && {
      taskId: row.task_id,
      contextId: row.context_id,
      status: row.status as AnsweredMessage["status"],
      payload: row.payload as AnsweredMessage["payload"],
      createdAt: row.created_at,
    }
  );
}

export async function deleteAnsweredOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await db.deleteFrom("answered_messages").where("created_at", "<", before).execute();
}
