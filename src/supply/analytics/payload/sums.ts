import type { Cell } from "./totals.ts";

/** Cells grouped in each way that figures need; each of the groupings counts every run once. */
export interface Sums {
  /** Grouped by month and currency of delivery. */
  readonly whole: readonly Cell[];
  /** Grouped by identity and currency of delivery. */
  readonly buyers: readonly Cell[];
  readonly postures: readonly Cell[];
  readonly comparisons: readonly Cell[];
}

/** A single run's cell has every attribute, so it serves all groupings. */
export function sumsOfRuns(cells: readonly Cell[]): Sums {
  return { whole: cells, buyers: cells, postures: cells, comparisons: cells };
}

export function joinSums(a: Sums, b: Sums): Sums {
  return {
    whole: [...a.whole, ...b.whole],
    buyers: [...a.buyers, ...b.buyers],
    postures: [...a.postures, ...b.postures],
    comparisons: [...a.comparisons, ...b.comparisons],
  };
}
