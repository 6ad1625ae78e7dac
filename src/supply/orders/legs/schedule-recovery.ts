import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { placeLeg } from "./place-leg.ts";

/** When legs are looked after, should whoever opened them die before it has placed them. */
const RECOVERY_MS = 90 * SECOND_MS;

/** Leaves a job for each leg that was opened: whoever opens it places it as well, and may not live so long. */
export async function scheduleLegRecovery(
  { viewer, installation, enqueue }: Context,
  legIds: readonly string[],
): Promise<void> {
  for (const legId of legIds) {
    const input = { customerId: viewer.customerId, legId, timeoutMs: installation.sellerTimeoutMs };
    await enqueue(placeLeg, input, { delayMs: RECOVERY_MS, key: legId });
  }
}
