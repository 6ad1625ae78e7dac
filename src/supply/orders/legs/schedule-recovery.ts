import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { placeLeg } from "./place-leg.ts";
import type { OpenedLeg } from "./store.ts";

/** When legs are looked after, should whoever opened them die before it has placed them. */
const RECOVERY_MS = 90 * SECOND_MS;

/** Leaves a job for each leg that was opened: whoever opens it places it as well, and may not live so long. */
export async function scheduleLegRecovery({ viewer, enqueue }: Context, legs: readonly OpenedLeg[]): Promise<void> {
  for (const { legId, fence: attempt } of legs)
    await enqueue(placeLeg, { customerId: viewer.customerId, legId, attempt }, { delayMs: RECOVERY_MS, key: legId });
}
