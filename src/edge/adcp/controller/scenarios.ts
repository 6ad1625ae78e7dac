import { z } from "zod";
import { newUuid } from "../../../ground/kernel/ids.ts";
import { decimalOf, numberOf } from "../../../ground/kernel/money.ts";
import { findWaitingCallback, saveCallback } from "../../../supply/callers/callbacks/index.ts";
import { ACCOUNT_STATUSES, forceAccountStatus } from "../../../supply/callers/index.ts";
import {
  type AddedDelivery,
  addDelivery,
  endTask,
  findGivenTask,
  rehearseTask,
} from "../../../supply/callers/rehearsals/index.ts";
import type { Json } from "../../reference/index.ts";
import { eventOf } from "../callbacks/callback-body.ts";
import { sendCallback } from "../callbacks/send-callback.ts";
import type { Visit } from "../visit.ts";

/** AdCP's words for why a scenario was not played (3.1, comply-test-controller-response). */
type Fault = "INVALID_TRANSITION" | "NOT_FOUND" | "UNKNOWN_SCENARIO" | "INVALID_PARAMS" | "FORBIDDEN";

export function fault(error: Fault, detail: string, currentState?: string): Json {
  const state = currentState !== undefined && { current_state: currentState };
  return { success: false, error, error_detail: detail, ...state };
}

type Scenario = (params: Json, visit: Visit) => Promise<Json>;

function scenario<P extends z.ZodObject>(
  params: P,
  play: (params: z.output<P>, visit: Visit) => Promise<Json>,
): Scenario {
  return async (given, visit) => {
    const { data, error } = params.safeParse(given);
    if (!error) return play(data, visit);
    const [issue] = error.issues;
    return fault("INVALID_PARAMS", `params.${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is wrong"}`);
  };
}

const TaskId = z.string().min(1).max(128);

const count = z.int().nonnegative().max(1_000_000_000).default(0);

function toAdcpAdded({ spend, ...counted }: AddedDelivery): Json {
  return { ...counted, reported_spend: { amount: numberOf(spend) } };
}

/** Of these, what the closed list of 3.0 has a name for: `list_scenarios` names them all. */
export const ADVERTISED = ["force_account_status", "simulate_delivery"];

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  force_account_status: scenario(
    z.object({ account_id: z.string(), status: z.enum(ACCOUNT_STATUSES) }),
    async ({ account_id, status }, { door }) => {
      const forced = await forceAccountStatus(door.caller, account_id, status);
      if (!forced) return fault("NOT_FOUND", `params.account_id: you have no sandbox account ${account_id} here`);
      const { before, done } = forced;
      if (!done) return fault("INVALID_TRANSITION", `params.status: an account that is ${before} stays so`, before);
      return { success: true, previous_state: before, current_state: status };
    },
  ),

  simulate_delivery: scenario(
    z.object({
      media_buy_id: z.string(),
      impressions: count,
      clicks: count,
      conversions: count,
      reported_spend: z.object({ amount: z.number().nonnegative() }).optional(),
    }),
    async ({ media_buy_id, reported_spend, ...counted }, { door }) => {
      const added = { ...counted, spend: decimalOf(reported_spend?.amount ?? 0) };
      const whole = await addDelivery(door.caller, media_buy_id, added);
      if (!whole)
        return fault("NOT_FOUND", `params.media_buy_id: you have no media buy ${media_buy_id} in a sandbox here`);
      return { success: true, simulated: toAdcpAdded(added), cumulative: toAdcpAdded(whole) };
    },
  ),

  force_create_media_buy_arm: scenario(
    z.object({
      arm: z.literal("submitted", "submitted is the arm that is offered here"),
      task_id: TaskId.optional(),
      message: z.string().max(2000).optional(),
    }),
    async ({ task_id, message = null }, { door, host }) => {
      const taskId = task_id ?? newUuid(host.random);
      await rehearseTask(door.caller, { taskId, message });
      return { success: true, forced: { arm: "submitted", task_id: taskId } };
    },
  ),

  force_task_completion: scenario(
    z.object({ task_id: TaskId, result: z.record(z.string(), z.unknown()) }),
    ({ task_id: taskId, result }, { door }) => {
      const { side, ...caller } = door.caller;
      return side.write(async (ctx) => {
        const { customerId } = side;
        const task = await findGivenTask(ctx.db, customerId, caller, taskId);
        if (!task) return fault("NOT_FOUND", `params.task_id: you were given no task ${taskId} by a forced arm`);
        if (!(await endTask(ctx.db, customerId, caller, { taskId, result }, ctx.now)))
          return fault("INVALID_TRANSITION", `params.task_id: the task ${taskId} is over`, "completed");
        const callback = await findWaitingCallback(ctx.db, customerId, { ...caller, taskId });
        if (callback) {
          const body = JSON.stringify(eventOf(ctx, callback, { status: "completed", result }));
          await saveCallback(ctx.db, customerId, { ...callback, body, status: "pending" });
          await ctx.enqueue(sendCallback, { customerId, eventId: callback.eventId, attempt: 0 });
        }
        return { success: true, previous_state: "submitted", current_state: "completed" };
      });
    },
  ),
};
