import type { Installation } from "../../ground/kernel/context.ts";
import { isGated } from "../sources/held-back/index.ts";
import type { Source } from "../sources/index.ts";
import type { Verdict } from "./verdict.ts";

/** The last verdict on the agent behind a source. */
export interface Compliance {
  readonly inventorySourceId: number;
  readonly agentId: string;
  readonly verdict: Verdict;
  /** By the seller's clock. */
  readonly checkedAt: Date;
}

/**
 * Only external agents can be tested with the storyboards, and only those for which the seller itself has access,
 * whoever has access to buy.
 */
export function isExaminable(source: Source): boolean {
  return isOutside(source) && (source.authConfigured || source.authenticationType === "NO_AUTH");
}

/** What the seller's own credential does not open is graded where a registry may have a word on it. */
export function isGraded(source: Source, { brandRegistryUrl }: Pick<Installation, "brandRegistryUrl">): boolean {
  return isExaminable(source) || (brandRegistryUrl !== null && isOutside(source));
}

/** An agent that somebody else runs, and that sells. */
function isOutside(source: Source): boolean {
  return isGated(source) && source.status === "ACTIVE" && source.endpointUrl !== null;
}

/** The verdict on the agent that stands behind the source now; undefined where that was not examined yet. */
export function verdictOn(
  { inventorySourceId, agentId }: Source,
  known: readonly Compliance[],
): Compliance | undefined {
  return known.find((one) => one.inventorySourceId === inventorySourceId && one.agentId === agentId);
}
