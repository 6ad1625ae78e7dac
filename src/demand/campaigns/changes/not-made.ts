import type { ChangeResult } from "../../media-buys/index.ts";

/** The changes that sellers have not made, or not made yet, each with its media buy. */
export function notMadeOf(made: ReadonlyMap<string, ChangeResult>): string[] {
  return [...made.values()].flatMap(({ mediaBuyId, error }) => (error ? [`${mediaBuyId}: ${error}`] : []));
}
