import { wakeTasksJob } from "../../../ground/job-references/index.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { makeDue } from "../../../supply/callers/callbacks/index.ts";
import { followTask } from "./follow-task.ts";

/** Polls the tasks of an order ahead of schedule. If the process dies, they are still polled on schedule. */
export const wakeTasks = step({
  ...wakeTasksJob,

  async claim({ customerId, ...order }, ctx): Promise<readonly string[] | undefined> {
    const eventIds = await makeDue(ctx.db, customerId, order, wallOf(ctx));
    return eventIds.length > 0 ? eventIds : undefined;
  },

  async call(eventIds, { perform, viewer: { customerId } }) {
    for (const eventId of eventIds) await perform(followTask, { customerId, eventId });
  },

  settle: async () => undefined,
});
