import { z } from "zod";
import { newUuid } from "../../../ground/kernel/ids.ts";
import { decided, findWaitingCallback, saveCallback } from "../../../supply/callers/callbacks/index.ts";
import { ARMS, endTask, findGivenTask, rehearseTask } from "../../../supply/callers/rehearsals/index.ts";
import { writtenFor } from "../callbacks/callback-body.ts";
import { sendCallback } from "../callbacks/send-callback.ts";
import { fault, scenario } from "./scenario.ts";

const TaskId = z.string().min(1).max(128);

/** Determines the result of the next buy. A request for input is not a task, and has no id. */
export const forceArm = scenario(
  z.object({ arm: z.enum(ARMS), task_id: TaskId.optional(), message: z.string().max(2000).optional() }),
  async ({ arm, task_id, message = null }, { resolved, host }) => {
    if (arm === "input-required" && task_id !== undefined)
      return fault("INVALID_PARAMS", "params.task_id: a request that waits for input has no task: leave it out");
    const taskId = task_id ?? newUuid(host.random);
    await rehearseTask(resolved.caller, { taskId, taskType: "create_media_buy", arm, message });
    return { success: true, forced: { arm, ...(arm === "submitted" && { task_id: taskId }) } };
  },
);

/** Determines the result of the next search, which can only be a task (AdCP 3.1, force_get_products_arm). */
export const forceSearch = scenario(
  z.object({ arm: z.literal("submitted"), task_id: TaskId, message: z.string().max(2000).optional() }),
  async ({ arm, task_id: taskId, message = null }, { resolved }) => {
    await rehearseTask(resolved.caller, { taskId, taskType: "get_products", arm, message });
    return { success: true, forced: { arm, task_id: taskId } };
  },
);

export const forceCompletion = scenario(
  z.object({ task_id: TaskId, result: z.record(z.string(), z.unknown()) }),
  ({ task_id: taskId, result }, { resolved }) => {
    const { side, ...caller } = resolved.caller;
    return side.write(async (ctx) => {
      const { customerId } = side;
      const task = await findGivenTask(ctx.db, customerId, caller, taskId);
      if (!task) return fault("NOT_FOUND", `params.task_id: you were given no task ${taskId} by a forced arm`);
      if (!(await endTask(ctx.db, customerId, caller, { taskId, result }, ctx.now)))
        return fault("INVALID_TRANSITION", `params.task_id: the task ${taskId} is finished`, "completed");
      const callback = await findWaitingCallback(ctx.db, customerId, { ...caller, taskId });
      if (callback) {
        const body = writtenFor(ctx, callback, { status: "completed", result });
        await saveCallback(ctx.db, customerId, decided(callback, body));
        await ctx.enqueue(sendCallback, { customerId, eventId: callback.eventId, attempt: 0 });
      }
      return { success: true, previous_state: "submitted", current_state: "completed" };
    });
  },
);
