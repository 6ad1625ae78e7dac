import type { BuyerKey } from "../facts/fact.ts";
import type { Sums } from "../payload/sums.ts";
import type { Cell } from "../payload/totals.ts";
import { periodsAt } from "./periods.ts";

/** What sums are kept by: each run is counted once in each that says anything of it. */
export type Facet = "whole" | "buyer" | "posture" | "comparison";

/** A sum of a day or a month: its keys and values. */
export interface RollupRow {
  readonly period: string;
  readonly facet: Facet;
  /** Nobody if the facet is not about buyers. */
  readonly buyer: BuyerKey;
  /** The posture or how it compares; of all runs and of buyers the currency of delivery. */
  readonly value: string;
  readonly cell: Cell;
}

const NOBODY: BuyerKey = { operatorDomain: null, brandDomain: null, country: null };

/** Every sum that a cell is a part of: those of its month, of ten days of it, and of its day. */
export function rollupRowsOf(cell: Cell): RollupRow[] {
  const { buyer, posture, comparison, deliveryCurrency } = cell;
  const places: Omit<RollupRow, "period" | "cell">[] = [
    { facet: "whole", buyer: NOBODY, value: deliveryCurrency },
    { facet: "buyer", buyer, value: deliveryCurrency },
    ...(posture === null ? [] : [{ facet: "posture" as const, buyer: NOBODY, value: posture }]),
    ...(comparison === "none" ? [] : [{ facet: "comparison" as const, buyer: NOBODY, value: comparison }]),
  ];
  return periodsAt(cell.firstRunAt).flatMap((period) => places.map((place) => ({ ...place, period, cell })));
}

export function placeOf({ period, facet, buyer, value }: Omit<RollupRow, "cell">): string {
  return JSON.stringify([period, facet, buyer.operatorDomain, buyer.brandDomain, buyer.country, value]);
}

/** A cell as it is read: what its facet does not contain is unknown. */
export function sumsIn(rows: readonly Omit<RollupRow, "period">[]): Sums {
  const of = (facet: Facet) => rows.filter((row) => row.facet === facet).map(({ cell }) => cell);
  return { whole: of("whole"), buyers: of("buyer"), postures: of("posture"), comparisons: of("comparison") };
}
