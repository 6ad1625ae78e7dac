import type { z } from "zod";
import type { Json } from "../../reference/index.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import type { AccountRef } from "../words/account.ts";

/** AdCP's codes for why a scenario was not carried out (3.1, comply-test-controller-response). */
type Fault = "INVALID_TRANSITION" | "NOT_FOUND" | "UNKNOWN_SCENARIO" | "INVALID_PARAMS" | "FORBIDDEN";

export function fault(error: Fault, detail: string, currentState?: string): Json {
  const state = currentState !== undefined && { current_state: currentState };
  return { success: false, error, error_detail: detail, ...state };
}

/** The caller, and the account concerned; undefined if not stated. */
export interface ControllerContext extends AdcpRequestContext {
  readonly account: z.output<typeof AccountRef> | undefined;
}

export type Scenario = (params: Json, trial: ControllerContext) => Promise<Json>;

export function scenario<P extends z.ZodObject>(
  params: P,
  play: (params: z.output<P>, trial: ControllerContext) => Promise<Json>,
): Scenario {
  return async (given, trial) => {
    const { data, error } = params.safeParse(given);
    if (!error) return play(data, trial);
    const [issue] = error.issues;
    return fault("INVALID_PARAMS", `params.${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is wrong"}`);
  };
}

/** The answer to forcing a state: that it was accepted, or why it was not. */
export function moved(before: string, status: string, done: boolean, noun: string): Json {
  if (done) return { success: true, previous_state: before, current_state: status };
  return fault("INVALID_TRANSITION", `params.status: ${noun} that is ${before} cannot become ${status}`, before);
}
