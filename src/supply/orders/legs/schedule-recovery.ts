import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { placeLeg } from "./place-leg.ts";
import type { OpenedLeg } from "./store.ts";

/** When legs are recovered if the process that created them dies before it has placed them. */
const RECOVERY_MS = 90 * SECOND_MS;

/** Enqueues a job for each new leg. The process that creates a leg also places it, but may die before it has. */
export async function scheduleLegRecovery({ viewer, enqueue }: Context, legs: readonly OpenedLeg[]): Promise<void> {
  for (const { legId, fence: attempt } of legs)
    await enqueue(placeLeg, { customerId: viewer.customerId, legId, attempt }, { delayMs: RECOVERY_MS, key: legId });
}
