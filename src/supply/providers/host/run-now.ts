import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import type { AnyJob } from "../contract/job.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { carryOn, deadlineIn, type Line } from "./carry-on.ts";

/** Runs a job to its end without storing anything: for reads, and for writes that may be repeated. */
export async function runNow<I, T>(
  out: CallContext,
  line: Line,
  job: AnyJob<I, T>,
  input: I,
  timeoutMs: number,
): Promise<Result<T>> {
  const until = deadlineIn(timeoutMs);
  let step = job.start(input, line.context);
  for (;;) {
    const came = await carryOn<T>(out, line, job, step, { until, unwritten: true });
    if (came.kind !== "step") return failed(came.error);
    const { step: next } = came;
    if (next.do === "done") return ok(next.value);
    if (next.do === "fail") return failed(next.error);
    if (next.do === "wait") {
      if (performance.now() + next.seconds * SECOND_MS > until)
        return failed(fault("temporary", "the provider has not finished yet"));
      await sleep(next.seconds * SECOND_MS);
      step = { do: "send", state: next.state, request: next.request };
    } else step = next;
  }
}
