import { followTaskJob } from "../../../ground/job-references/index.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import type { Caller } from "../caller.ts";
import { type Callback, type CallbackSecrets, callbackPlace, unsentAt } from "./callback.ts";
import { insertCallback, listCalledBack } from "./store.ts";

export type CallbackRequest = Pick<Callback, "taskId" | "taskType" | "url" | "operationId" | "a2aContext"> & {
  readonly secrets: CallbackSecrets;
};

/**
 * Stores where a caller wants to be notified about a task that it was just given. The task is polled from now on,
 * beginning immediately, because it may have been decided in the meantime.
 */
export function registerCallback({ side, ...caller }: Caller, { secrets, ...asked }: CallbackRequest): Promise<void> {
  return side.write(async (ctx) => {
    const wall = wallOf(ctx);
    const { customerId } = side;
    const eventId = newUuid(ctx.random);
    const sealed = ctx.vault.seal(JSON.stringify(secrets), callbackPlace(customerId, eventId));
    await insertCallback(ctx.db, customerId, {
      ...caller,
      ...asked,
      sealed,
      eventId,
      creativeId: null,
      body: null,
      status: "waiting",
      ...unsentAt(wall),
    });
    await ctx.enqueue(followTaskJob, { customerId, eventId });
  });
}

/** Those of the tasks about which the caller wants to be notified. */
export function readCalledBack({ side, ...caller }: Caller, taskIds: readonly string[]): Promise<ReadonlySet<string>> {
  return side.read(({ db }) => listCalledBack(db, side.customerId, caller, taskIds));
}
