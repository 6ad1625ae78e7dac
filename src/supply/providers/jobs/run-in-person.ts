import { setTimeout as sleep } from "node:timers/promises";
import { after } from "../../../ground/kernel/clock.ts";
import { type CallContext, wallOf } from "../../../ground/kernel/context.ts";
import { runJob } from "./run-job.ts";

const PAUSE_MS = 100;
/** The time that an interactive caller keeps in reserve. */
const MARGIN_MS = 300;

/**
 * Continues a job while an interactive caller waits for it, or until the platform requires a pause. The rest happens
 * automatically.
 */
export async function runInPerson(
  { perform, ...out }: Pick<CallContext, "perform" | "now" | "viewer">,
  place: { readonly customerId: number; readonly jobId: string },
  until: number,
): Promise<void> {
  // Pauses are measured in wall-clock time, which is counted from when the call arrived.
  const [wall, since] = [wallOf(out), performance.now()];
  const now = () => after(wall, performance.now() - since);
  const left = () => until - performance.now() - MARGIN_MS;
  while (left() > 0) {
    const { customerId, jobId } = place;
    const came = await perform(runJob, { customerId, jobId, timeoutMs: Math.max(left(), 1) });
    if (!came?.isOpen || came.hasFailed) return;
    // Waits for a short pause; a long one is left to the job.
    const pauseMs = (came.readyAt?.getTime() ?? 0) - now().getTime();
    if (pauseMs > left()) return;
    if (pauseMs > 0) await sleep(pauseMs);
    // Another worker is running the job.
    if (came.isHeld) await sleep(Math.min(PAUSE_MS, Math.max(left(), 1)));
  }
}
