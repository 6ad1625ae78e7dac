import type { ChangeResult } from "../../media-buys/index.ts";

/** What sellers have not done, or not yet, each with its media buy. */
export function notMadeOf(made: ReadonlyMap<string, ChangeResult>): string[] {
  return [...made.values()].flatMap(({ mediaBuyId, error }) => (error ? [`${mediaBuyId}: ${error}`] : []));
}
