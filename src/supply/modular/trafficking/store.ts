import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { TaskCreative } from "../modules/module.ts";
import type { Stage } from "../modules/stage.ts";

type TaskState = "PENDING" | "DONE" | "WITH_PEOPLE" | "CANCELLED";

export const taskLife = lifecycle<TaskState, "complete" | "ask people" | "cancel">({
  noun: "upstream task of a module",
  starts: ["PENDING"],
  states: {
    PENDING: "the module is working on it",
    WITH_PEOPLE: "the module keeps trying, and people have been asked as well",
    DONE: "the module or a person has done it",
    CANCELLED: "it is no longer needed",
  },
  transitions: {
    complete: { PENDING: "DONE", WITH_PEOPLE: "DONE" },
    "ask people": { PENDING: "WITH_PEOPLE", WITH_PEOPLE: "WITH_PEOPLE" },
    cancel: { PENDING: "CANCELLED", WITH_PEOPLE: "CANCELLED" },
  },
});

/** A task that a module carries out upstream. */
export interface UpstreamTask extends Progress {
  readonly taskKey: string;
  readonly inventorySourceId: number;
  readonly moduleInstanceId: string;
  readonly bookingId: string;
  readonly stage: Stage;
  readonly state: TaskState;
  readonly lastError: string | null;
}

/** Returns false if there is already a task with this key. */
export async function insertTask(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
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

/** Cancels a booking's tasks, except those that cancel it upstream. */
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

/** Marks a task as completed by people, who were faster than the module. */
export async function completeTask(db: Db, customerId: number, taskKey: string, at: Date): Promise<void> {
  await db
    .updateTable("modular_tasks")
    .set({ state: stepped(taskLife, "complete", "PENDING"), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("task_key", "=", taskKey)
    .where("state", "in", Object.keys(taskLife.transitions.complete))
    .execute();
}

/** A package, with the data needed to run it. */
interface PackageToRun {
  readonly start: Date;
  readonly paused: boolean;
  readonly cpm: Decimal;
  readonly currency: string;
  readonly creatives: readonly TaskCreative[];
}

export async function findPackageToRun(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  packageId: string,
): Promise<PackageToRun | undefined> {
  const row = await db
    .selectFrom("modular_packages")
    .innerJoin("modular_buys", (join) =>
      join
        .onRef("modular_buys.customer_id", "=", "modular_packages.customer_id")
        .onRef("modular_buys.inventory_source_id", "=", "modular_packages.inventory_source_id")
        .onRef("modular_buys.media_buy_id", "=", "modular_packages.media_buy_id"),
    )
    .select(["start_time", "flight_start", "cpm", "currency", "creatives"])
    .select(sql<boolean>`modular_packages.paused or modular_buys.paused`.as("paused"))
    .where("modular_packages.customer_id", "=", customerId)
    .where("modular_packages.inventory_source_id", "=", inventorySourceId)
    .where("package_id", "=", packageId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { paused, cpm, currency } = row;
  const creatives = row.creatives as unknown as TaskCreative[];
  return { start: row.start_time ?? row.flight_start, paused, cpm, currency, creatives };
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
