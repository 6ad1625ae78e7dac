import { isHeldBack, wantingTracks } from "../sources/held-back/index.ts";
import type { Source } from "../sources/index.ts";
import { isExaminable } from "./compliance.ts";

/** Why a source is withheld from buyers, and what its seller can do; undefined if it is not. */
export function whyHeld(source: Source, gates: readonly string[]): string | undefined {
  if (!isHeldBack(source, gates)) return undefined;
  const { registryStatus, trackStatuses } = source;
  if (registryStatus !== null) return `the agents' registry says that its agent is ${registryStatus}: correct it there`;
  if (!isExaminable(source) && trackStatuses === null) return UNEXAMINABLE;
  if (trackStatuses === null) return "its agent has not been graded yet";
  return wantingTracks(source, gates)
    .map((track) => reasonOf(track, trackStatuses[track]))
    .join("; ");
}

const UNEXAMINABLE =
  "its agent cannot be tested without a credential: provide one (with buyersBringOwn it is used only for testing), or authorise it";

function reasonOf(track: string, status: string | undefined): string {
  if (status === "fail") return `nothing passes in ${track}`;
  return status === "partial" ? `not all of ${track} passes` : `no part of ${track} could be graded`;
}
