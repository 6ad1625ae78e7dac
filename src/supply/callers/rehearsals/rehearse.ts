import type { Caller } from "../caller.ts";
import type { RehearsedTask } from "./rehearsed-task.ts";
import { findGivenTask, giveNextTask, replaceNextTask, type Settled } from "./store.ts";

/** Settles what the caller's next buy in a sandbox account becomes. */
export function rehearseTask({ side, ...caller }: Caller, task: Settled): Promise<void> {
  return side.write(({ db, now }) => replaceNextTask(db, side.customerId, caller, task, now));
}

/** The task that a buy becomes, once; undefined where none was settled. */
export function takeRehearsal({ side, ...caller }: Caller): Promise<RehearsedTask | undefined> {
  return side.write(({ db, now }) => giveNextTask(db, side.customerId, caller, now));
}

/** A rehearsed task of the caller's own, once it was given. */
export function readRehearsal({ side, ...caller }: Caller, taskId: string): Promise<RehearsedTask | undefined> {
  return side.read(({ db }) => findGivenTask(db, side.customerId, caller, taskId));
}
