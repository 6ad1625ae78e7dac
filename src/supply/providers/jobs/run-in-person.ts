import { setTimeout as sleep } from "node:timers/promises";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { runJob } from "./run-job.ts";

const PAUSE_MS = 100;
/** What is left to tell whoever asked. */
const MARGIN_MS = 300;

/**
 * Carries a job on for as long as somebody waits for it, or until the platform wants a pause. What is not done then is done by
 * itself.
 */
export async function runInPerson(
  { perform }: Pick<CallContext, "perform">,
  place: { readonly customerId: number; readonly jobId: string },
  until: number,
): Promise<void> {
  const left = () => until - performance.now() - MARGIN_MS;
  while (left() > 0) {
    const { customerId, jobId } = place;
    const came = await perform(runJob, { customerId, jobId, timeoutMs: Math.max(left(), 1) });
    if (!came?.isOpen || came.isWaiting || came.hasFailed) return;
    // Somebody else is at it.
    if (came.isHeld) await sleep(Math.min(PAUSE_MS, Math.max(left(), 1)));
  }
}
