import type { Installation } from "../../ground/kernel/context.ts";
import { isGated } from "../sources/held-back/index.ts";
import type { Source } from "../sources/index.ts";
import type { Verdict } from "./verdict.ts";

/** The last verdict on the agent behind a source. */
export interface Compliance {
  readonly inventorySourceId: number;
  readonly agentId: string;
  readonly verdict: Verdict;
  /** In the time of the seller's clock. */
  readonly checkedAt: Date;
}

/**
 * Only external agents can be tested with the storyboards, and only if the seller itself has access: the access of its
 * buyers does not count.
 */
export function isExaminable(source: Source): boolean {
  return isOutside(source) && (source.authConfigured || source.authenticationType === "NO_AUTH");
}

/**
 * An agent to which the seller's own credential gives no access is graded only if there is a registry, which may have a
 * verdict on it.
 */
export function isGraded(source: Source, { brandRegistryUrl }: Pick<Installation, "brandRegistryUrl">): boolean {
  return isExaminable(source) || (brandRegistryUrl !== null && isOutside(source));
}

/** A sales agent that somebody else runs. */
function isOutside(source: Source): boolean {
  return isGated(source) && source.status === "ACTIVE" && source.endpointUrl !== null;
}

/** The verdict on the agent that is now behind the source; undefined if that agent has not been examined yet. */
export function verdictOn(
  { inventorySourceId, agentId }: Source,
  known: readonly Compliance[],
): Compliance | undefined {
  return known.find((one) => one.inventorySourceId === inventorySourceId && one.agentId === agentId);
}
