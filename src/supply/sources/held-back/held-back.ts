import type { Source } from "../source.ts";

/** What is known about an agent's compliance with AdCP. */
export type Standing = Pick<Source, "trackStatuses" | "registryStatus">;

/** For an agent that has not been tested yet, or has replaced another. */
export const UNEXAMINED: Standing = { trackStatuses: null, registryStatus: null };

/**
 * Only agents that somebody else runs have to comply with AdCP; agents that sell nothing have nothing to withhold from
 * buyers.
 */
export function isGated({ executionType, type }: Pick<Source, "executionType" | "type">): boolean {
  return executionType === "AGENT" && type === "SALES";
}

/** The gating tracks that the agent has not passed completely; a track that was not graded counts as not passed. */
export function wantingTracks({ trackStatuses }: Standing, gates: readonly string[]): string[] {
  return gates.filter((track) => !["pass", "silent"].includes(trackStatuses?.[track] ?? ""));
}

/** Whether a source is withheld from buyers. The registry's verdict takes precedence over ours (seed 003). */
export function isHeldBack(source: Standing & Parameters<typeof isGated>[0], gates: readonly string[]): boolean {
  if (gates.length === 0 || !isGated(source)) return false;
  if (source.registryStatus !== null) return source.registryStatus !== "passing";
  return wantingTracks(source, gates).length > 0;
}
