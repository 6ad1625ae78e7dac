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

/** Only an agent outside can be held to the storyboards, and only one that the seller itself can open. */
export function isExaminable({
  executionType,
  status,
  type,
  endpointUrl,
  authenticationType,
  authConfigured,
}: Source): boolean {
  if (executionType !== "AGENT" || status !== "ACTIVE" || type !== "SALES" || endpointUrl === null) return false;
  return authConfigured || authenticationType === "NO_AUTH";
}

/** The verdict on the agent that stands behind the source now; undefined where that was not examined yet. */
export function verdictOn(
  { inventorySourceId, agentId }: Source,
  known: readonly Compliance[],
): Compliance | undefined {
  return known.find((one) => one.inventorySourceId === inventorySourceId && one.agentId === agentId);
}
