import type { CallContext } from "../../../ground/kernel/context.ts";
import { placeLeg } from "../legs/place-leg.ts";

/** Asks the sources of legs that were opened; one that somebody else is at is left to them. */
export async function placeForwarded(
  { perform, viewer, installation }: CallContext,
  legIds: readonly string[],
): Promise<void> {
  const { customerId } = viewer;
  const timeoutMs = installation.sellerTimeoutMs;
  await Promise.all(legIds.map((legId) => perform(placeLeg, { customerId, legId, timeoutMs })));
}
