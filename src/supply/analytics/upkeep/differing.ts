import { isDeepStrictEqual } from "node:util";
import { isEligible } from "../attribution/attribute.ts";
import { type BuyOutcome, buyOutcomeOf } from "../attribution/buy-outcome.ts";
import type { RunRow } from "../payload/runs.ts";
import { COUNTERS, cellOf, type Totals } from "../payload/totals.ts";
import { rollupsOf } from "../rollups/add-to-rollups.ts";
import { placeOf, type RollupRow } from "../rollups/facet.ts";
import { periodsAt } from "../rollups/periods.ts";
import type { Folded } from "../seller-analytics.ts";

interface CountedBuy {
  readonly runId: string | null;
  readonly outcome: BuyOutcome;
}

/** Media buys whose attribution or outcome differs from the folded facts. */
export function differingBuys({ buys, rows }: Folded, counted: ReadonlyMap<string, CountedBuy>): string[] {
  const kept = new Set(rows.map(({ run }) => run.id));
  return buys
    .filter(({ mediaBuyId, runId, events }) => {
      const buy = counted.get(mediaBuyId);
      // The attribution to a run that is no longer kept cannot be reproduced.
      if (buy && buy.runId !== null && !kept.has(buy.runId)) return false;
      return buy?.runId !== runId || !isDeepStrictEqual(buy.outcome, buyOutcomeOf(mediaBuyId, events));
    })
    .map(({ mediaBuyId }) => `media buy ${mediaBuyId}`);
}

/** Runs with a different outcome. A run is only compared if all of its media buys are. */
export function differingRuns(
  { rows, buys }: Folded,
  stored: readonly RunRow[],
  counted: ReadonlyMap<string, CountedBuy>,
): string[] {
  const outcomes = new Map(stored.map(({ run, outcome }) => [run.id, outcome]));
  const known = new Set(buys.map(({ mediaBuyId }) => mediaBuyId));
  const others = new Set([...counted].filter(([id]) => !known.has(id)).map(([, { runId }]) => runId));
  return rows
    .filter(({ run, outcome }) => !others.has(run.id) && !isDeepStrictEqual(outcome, outcomes.get(run.id)))
    .map(({ run }) => `run ${run.id}`);
}

/** Differences between the stored sums of periods that begin after `since` and the sums of their runs. */
export function differingSums(rows: readonly RunRow[], kept: readonly RollupRow[], since: string): string[] {
  const eligible = rows.filter(({ run }) => isEligible(run));
  const wanted = rollupsOf(eligible.map(({ run, outcome }) => cellOf(run, outcome)));
  const isCovered = ({ period }: { readonly period: string }) => period > since.slice(0, period.length);
  const [due, stored] = [totalsByPlace(wanted.filter(isCovered)), totalsByPlace(kept.filter(isCovered))];
  const places = new Set([...due.keys(), ...stored.keys()]);
  return [...places].flatMap((place) => differingTotals(place, due.get(place), stored.get(place)));
}

function totalsByPlace(rows: readonly RollupRow[]): Map<string, Totals> {
  return new Map(rows.map((row) => [placeOf(row), row.cell.totals]));
}

/** A sum from which everything was subtracted equals a missing one. */
function differingTotals(place: string, wanted: Totals | undefined, kept: Totals | undefined): string[] {
  const valueOf = (totals: Totals | undefined, name: keyof Totals) => totals?.[name] || 0;
  return TOTALS.filter((name) => valueOf(kept, name) !== valueOf(wanted, name)).map(
    (name) => `${name} of ${place} is ${valueOf(kept, name)} instead of ${valueOf(wanted, name)}`,
  );
}

const TOTALS: readonly (keyof Totals)[] = [...COUNTERS, "bookedBudget", "spend"];

export function differingProducts(rows: readonly RunRow[], kept: ReadonlyMap<string, number>, since: string): string[] {
  const wanted = new Map<string, number>();
  for (const { run } of rows.filter(({ run }) => isEligible(run)))
    for (const period of periodsAt(run.createdAt))
      for (const { productId } of run.shown) {
        const place = `${period} ${productId}`;
        wanted.set(place, (wanted.get(place) ?? 0) + 1);
      }
  const isCovered = (place: string) => {
    const [period = ""] = place.split(" ");
    return period > since.slice(0, period.length);
  };
  const covered = (all: ReadonlyMap<string, number>) => new Map([...all].filter(([place]) => isCovered(place)));
  return unequal(covered(wanted), covered(kept));
}

function unequal(wanted: ReadonlyMap<string, number>, kept: ReadonlyMap<string, number>): string[] {
  return [...new Set([...wanted.keys(), ...kept.keys()])]
    .filter((place) => wanted.get(place) !== kept.get(place))
    .map((place) => `${place} is ${kept.get(place) ?? 0} instead of ${wanted.get(place) ?? 0}`);
}
