import type { Db, Row } from "../../../ground/db/index.ts";
import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Place } from "../modular-source.ts";
import type { Stage } from "../modules/stage.ts";

type TaskState = "PENDING" | "DONE" | "WITH_PEOPLE" | "CANCELLED";

export const taskLife = lifecycle<TaskState, "complete" | "ask people" | "cancel">({
  noun: "upstream task of a module",
  starts: ["PENDING"],
  states: {
    PENDING: "the module tries by itself",
    WITH_PEOPLE: "the module tries on, and people are asked as well",
    DONE: "the module or a person has done it",
    CANCELLED: "nobody has to do it any more",
  },
  transitions: {
    complete: { PENDING: "DONE", WITH_PEOPLE: "DONE" },
    "ask people": { PENDING: "WITH_PEOPLE", WITH_PEOPLE: "WITH_PEOPLE" },
    cancel: { PENDING: "CANCELLED", WITH_PEOPLE: "CANCELLED" },
  },
});

/** Something that a module does upstream by itself. */
export interface UpstreamTask extends Progress {
  readonly taskKey: string;
  readonly inventorySourceId: number;
  readonly moduleInstanceId: string;
  readonly bookingId: string;
  readonly stage: Stage;
  readonly state: TaskState;
  readonly lastError: string | null;
}

/** False where there is a task of this key. */
export async function insertTask(
  db: Db,
  { customerId, inventorySourceId }: Place,
  task: Pick<UpstreamTask, "taskKey" | "moduleInstanceId" | "bookingId" | "stage">,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("modular_tasks")
    .values({
      customer_id: customerId,
      task_key: task.taskKey,
      inventory_source_id: inventorySourceId,
      module_instance_id: task.moduleInstanceId,
      booking_id: task.bookingId,
      stage: task.stage,
      state: "PENDING",
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "task_key"]).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function lockTask(db: Db, customerId: number, taskKey: string): Promise<UpstreamTask | undefined> {
  const row = await db
    .selectFrom("modular_tasks")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("task_key", "=", taskKey)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findTask(db: Db, customerId: number, taskKey: string): Promise<UpstreamTask | undefined> {
  const row = await db
    .selectFrom("modular_tasks")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("task_key", "=", taskKey)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function saveTask(db: Db, customerId: number, task: UpstreamTask, at: Date): Promise<void> {
  await db
    .updateTable("modular_tasks")
    .set({
      state: task.state,
      attempts: task.attempts,
      fence: task.fence,
      lease_until: task.leaseUntil,
      last_error: task.lastError,
      updated_at: at,
    })
    .where("customer_id", "=", customerId)
    .where("task_key", "=", task.taskKey)
    .execute();
}

/** Nobody has to do any of a booking's tasks any more, but those that take it back. */
export async function cancelTasks(db: Db, customerId: number, bookingId: string, at: Date): Promise<void> {
  await db
    .updateTable("modular_tasks")
    .set({ state: stepped(taskLife, "cancel", "PENDING"), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("booking_id", "=", bookingId)
    .where("state", "in", Object.keys(taskLife.transitions.cancel))
    .where("stage", "!=", "RELEASE_BOOKING")
    .execute();
}

/** People were first. */
export async function completeTask(db: Db, customerId: number, taskKey: string, at: Date): Promise<void> {
  await db
    .updateTable("modular_tasks")
    .set({ state: stepped(taskLife, "complete", "PENDING"), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("task_key", "=", taskKey)
    .where("state", "in", Object.keys(taskLife.transitions.complete))
    .execute();
}

function fromRow(row: Row<"modular_tasks">): UpstreamTask {
  return {
    taskKey: row.task_key,
    inventorySourceId: row.inventory_source_id,
    moduleInstanceId: row.module_instance_id,
    bookingId: row.booking_id,
    stage: row.stage as Stage,
    state: row.state as TaskState,
    attempts: row.attempts,
    fence: row.fence,
    lastError: row.last_error,
    leaseUntil: row.lease_until,
  };
}
