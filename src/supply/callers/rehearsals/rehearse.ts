import type { Caller } from "../caller.ts";
import type { RehearsedTask } from "./rehearsed-task.ts";
import {
  findGivenTask,
  giveNextTask,
  isNextTask,
  listGivenSearches,
  type RehearsedFor,
  replaceNextTask,
  type Settled,
} from "./store.ts";

/** Prepares the task that the caller's next buy in a sandbox account turns into. */
export function rehearseTask({ side, ...caller }: Caller, task: Settled): Promise<void> {
  return side.write(({ db, now }) => replaceNextTask(db, side.customerId, caller, task, now));
}

/** Whether a task is prepared for the caller's next call of this kind. */
export function awaitsRehearsal({ side, ...caller }: Caller, taskType: RehearsedTask["taskType"]): Promise<boolean> {
  return side.read(({ db }) => isNextTask(db, side.customerId, caller, taskType));
}

/** The task that a call turns into, which is used only once; undefined if none was prepared. */
export function consumeRehearsal({ side, ...caller }: Caller, call: RehearsedFor): Promise<RehearsedTask | undefined> {
  return side.write(({ db, now }) => giveNextTask(db, side.customerId, caller, call, now));
}

/** The caller's tasks that searches have turned into, newest first. */
export function readRehearsedSearches({ side, ...caller }: Caller): Promise<readonly RehearsedTask[]> {
  return side.read(({ db }) => listGivenSearches(db, side.customerId, caller));
}

/** The caller's own task, once a call has turned into it. */
export function readRehearsal({ side, ...caller }: Caller, taskId: string): Promise<RehearsedTask | undefined> {
  return side.read(({ db }) => findGivenTask(db, side.customerId, caller, taskId));
}
