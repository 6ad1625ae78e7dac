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

/** Settles what the caller's next buy in a sandbox account becomes. */
export function rehearseTask({ side, ...caller }: Caller, task: Settled): Promise<void> {
  return side.write(({ db, now }) => replaceNextTask(db, side.customerId, caller, task, now));
}

/** Whether a task is settled that the caller's next call of this kind becomes. */
export function awaitsRehearsal({ side, ...caller }: Caller, taskType: RehearsedTask["taskType"]): Promise<boolean> {
  return side.read(({ db }) => isNextTask(db, side.customerId, caller, taskType));
}

/** The task that a call becomes, once; undefined where none was settled. */
export function takeRehearsal({ side, ...caller }: Caller, call: RehearsedFor): Promise<RehearsedTask | undefined> {
  return side.write(({ db, now }) => giveNextTask(db, side.customerId, caller, call, now));
}

/** The caller's tasks that a search became, newest first. */
export function readRehearsedSearches({ side, ...caller }: Caller): Promise<readonly RehearsedTask[]> {
  return side.read(({ db }) => listGivenSearches(db, side.customerId, caller));
}

/** A rehearsed task of the caller's own, once it was given. */
export function readRehearsal({ side, ...caller }: Caller, taskId: string): Promise<RehearsedTask | undefined> {
  return side.read(({ db }) => findGivenTask(db, side.customerId, caller, taskId));
}
