import type { Source } from "../source.ts";

/** What is known of how an agent keeps to AdCP. */
export type Standing = Pick<Source, "trackStatuses" | "registryStatus">;

/** For an agent that has not been tested yet, or that replaced another one. */
export const UNEXAMINED: Standing = { trackStatuses: null, registryStatus: null };

/** Only agents that somebody else runs are held to AdCP; those that sell nothing have nothing to keep from buyers. */
export function isGated({ executionType, type }: Pick<Source, "executionType" | "type">): boolean {
  return executionType === "AGENT" && type === "SALES";
}

/** The gating tracks that the agent has not passed whole: a track that was not graded is not passed. */
export function wantingTracks({ trackStatuses }: Standing, gates: readonly string[]): string[] {
  return gates.filter((track) => !["pass", "silent"].includes(trackStatuses?.[track] ?? ""));
}

/** Whether buyers are not shown a source. What the registry says goes before what we found ourselves (seed 003). */
export function isHeldBack(source: Standing & Parameters<typeof isGated>[0], gates: readonly string[]): boolean {
  if (gates.length === 0 || !isGated(source)) return false;
  if (source.registryStatus !== null) return source.registryStatus !== "passing";
  return wantingTracks(source, gates).length > 0;
}
