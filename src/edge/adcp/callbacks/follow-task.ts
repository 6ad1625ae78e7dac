import { followTaskJob } from "../../../ground/job-references/index.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { type Agenda, step } from "../../../ground/kernel/step.ts";
import {
  type BuildStatus,
  type MediaBuyOutcome,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import {
  type Callback,
  decided,
  listDueCallbacksOfAllCustomers,
  lockCallback,
  nextCheck,
  saveCallback,
} from "../../../supply/callers/callbacks/index.ts";
import { findGivenTask } from "../../../supply/callers/rehearsals/index.ts";
import { notifyOfSearch } from "../searches/notify-of-search.ts";
import { callbackBody, type Decided } from "./callback-body.ts";
import { sendCallback } from "./send-callback.ts";

/** Null if there was no answer. */
type TaskStatus = MediaBuyOutcome | BuildStatus | null;

/** Polls a task for which notifications were requested, and enqueues them once it has been decided. */
export const followTask = step({
  ...followTaskJob,

  async claim({ customerId, eventId }, ctx): Promise<Callback | undefined> {
    const callback = await lockCallback(ctx.db, customerId, eventId);
    const wall = wallOf(ctx);
    if (callback?.status !== "waiting" || callback.checkAt > wall) return undefined;
    const asked = await saveCallback(ctx.db, customerId, { ...callback, checkAt: nextCheck(callback, wall) });
    // A rehearsed task is known to its caller only, who also ends it.
    if (await findGivenTask(ctx.db, customerId, asked, asked.taskId)) return undefined;
    if (asked.taskType !== "get_products") return asked;
    await notifyOfSearch(ctx, asked);
    return undefined;
  },

  async call({ storefrontId, principal, taskId, taskType }, { viewer, sellers, requestId }): Promise<TaskStatus> {
    const task = { customerId: viewer.customerId, storefrontId, principal, taskId };
    try {
      if (taskType !== "build_creative") return await sellers.followTask(task, requestId);
      return (await sellers.followBuild(task, requestId)) ?? null;
    } catch (error) {
      if (error instanceof SellerRefused) return { kind: "rejected", errors: error.errors };
      // It is polled again when it is next due.
      if (error instanceof SellerUnreachable) return null;
      throw error;
    }
  },

  async settle({ eventId }, outcome, ctx): Promise<void> {
    const { customerId } = ctx.viewer;
    if (!outcome || !isOver(outcome)) return;
    const callback = await lockCallback(ctx.db, customerId, eventId);
    if (callback?.status !== "waiting") return;
    const body = await callbackBody(ctx, callback, outcome);
    await saveCallback(ctx.db, customerId, decided(callback, body));
    await ctx.enqueue(sendCallback, { customerId, eventId, attempt: callback.fence });
  },
});

function isOver(said: NonNullable<TaskStatus>): said is Decided {
  const { kind } = "build" in said ? said.build : said;
  return kind === "done" || kind === "rejected";
}

/** Tasks follow real time, so no customer's clock makes one due. */
export const callbackAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueCallbacksOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({ at, step: followTask, input, subject: `callback ${input.eventId}` }));
  },
};
