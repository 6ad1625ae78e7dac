import type { BuyerKey } from "../facts/fact.ts";
import type { Sums } from "../payload/sums.ts";
import type { Cell } from "../payload/totals.ts";
import { periodsAt } from "./periods.ts";

/** The ways in which sums are grouped. Each run is counted once in each facet that applies to it. */
export type Facet = "whole" | "buyer" | "posture" | "comparison";

/** The sum for a day, ten days or a month, with its key and its values. */
export interface RollupRow {
  readonly period: string;
  readonly facet: Facet;
  /** All null unless the facet groups by buyer. */
  readonly buyer: BuyerKey;
  /** The posture, or how it compares; for the facets of all runs and of buyers, the currency of delivery. */
  readonly value: string;
  readonly cell: Cell;
}

const NOBODY: BuyerKey = { operatorDomain: null, brandDomain: null, country: null };

/** Every sum to which a cell contributes: those of its month, its ten days and its day. */
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

/** Converts rows to cells; attributes that a facet does not contain are unknown. */
export function sumsIn(rows: readonly Omit<RollupRow, "period">[]): Sums {
  const of = (facet: Facet) => rows.filter((row) => row.facet === facet).map(({ cell }) => cell);
  return { whole: of("whole"), buyers: of("buyer"), postures: of("posture"), comparisons: of("comparison") };
}
