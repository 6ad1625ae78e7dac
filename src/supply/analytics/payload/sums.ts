import type { Cell } from "./totals.ts";

/** Cells by each thing that figures are grouped by: of all of these every run is counted once. */
export interface Sums {
  /** By month and currency of delivery. */
  readonly whole: readonly Cell[];
  /** By identity and currency of delivery. */
  readonly buyers: readonly Cell[];
  readonly postures: readonly Cell[];
  readonly comparisons: readonly Cell[];
}

/** The cell of a single run tells all of it. */
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
