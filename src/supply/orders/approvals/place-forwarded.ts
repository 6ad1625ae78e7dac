import type { CallContext } from "../../../ground/kernel/context.ts";
import { placeLeg } from "../legs/place-leg.ts";

/** Asks the sources of legs that were opened. A leg that another worker is placing is left to that worker. */
export async function placeForwarded(
  { perform, viewer, installation }: CallContext,
  legIds: readonly string[],
): Promise<void> {
  const { customerId } = viewer;
  const timeoutMs = installation.sellerTimeoutMs;
  await Promise.all(legIds.map((legId) => perform(placeLeg, { customerId, legId, timeoutMs })));
}
