import { joinCurrencies } from "../attribution/buy-outcome.ts";
import type { RunOutcome } from "../attribution/run-outcome.ts";
import type { BuyerKey, RunFact } from "../facts/fact.ts";
import type { Posture } from "../posture/posture.ts";

/** The counters of runs. They are all sums, so that parts can be stored, added and subtracted. */
export const COUNTERS = [
  "runs",
  "liveRuns",
  "legacyRuns",
  "okRuns",
  "skippedRuns",
  "errorRuns",
  "briefRuns",
  "refineRuns",
  "wholesaleRuns",
  "shownProducts",
  "shownOnBooked",
  "bookedRuns",
  "askRuns",
  "askBookedRuns",
  "priceRuns",
  "priceBookedRuns",
  "packagingRuns",
  "packagingBookedRuns",
  "requestAsks",
  "productAsks",
  "proposalAsks",
  "appliedRefinements",
  "partialRefinements",
  "unableRefinements",
  "attributedRuns",
  "events",
  "submitted",
  "forwarded",
  "forwardFailed",
  "rejected",
  "deliveryReports",
  "bookedBuys",
  "pricedBuys",
  "foreignBuys",
  "unbudgetedBuys",
  "impressions",
] as const;
export type Counter = (typeof COUNTERS)[number];

export interface Totals extends Readonly<Record<Counter, number>> {
  /** In millionths of the reporting currency. */
  readonly bookedBudget: bigint;
  /** In millionths of whatever currency was reported. */
  readonly spend: bigint;
}

/** A group of runs that are equal in everything by which analytics groups. */
export interface Cell {
  /** A month in UTC, such as `2026-05`. */
  readonly month: string;
  readonly buyer: BuyerKey;
  /** Null if nothing was composed. */
  readonly posture: Posture | null;
  readonly comparison: Comparison;
  readonly deliveryCurrency: string;
  readonly totals: Totals;
  readonly firstRunAt: Date;
  readonly lastRunAt: Date;
  /** The customer that bought under this identity; "*" if there are several, "" if none is known. */
  readonly customer: string;
}

/** Whether the posture chosen was the one recommended; "none" unless there are both. */
export type Comparison = "none" | "followed" | "diverged";

const NONE: Totals = {
  ...(Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Record<Counter, number>),
  bookedBudget: 0n,
  spend: 0n,
};

export function sumOf(all: readonly Totals[]): Totals {
  const sum: { -readonly [N in keyof Totals]: Totals[N] } = { ...NONE };
  for (const one of all) {
    for (const name of COUNTERS) sum[name] += one[name];
    sum.bookedBudget += one.bookedBudget;
    sum.spend += one.spend;
  }
  return sum;
}

export function negated(totals: Totals): Totals {
  const counts = Object.fromEntries(COUNTERS.map((name) => [name, -totals[name]])) as Record<Counter, number>;
  return { ...counts, bookedBudget: -totals.bookedBudget, spend: -totals.spend };
}

/** The cell of `times` identical runs. */
export function multiplied(cell: Cell, times: number): Cell {
  const { totals } = cell;
  const counts = Object.fromEntries(COUNTERS.map((name) => [name, totals[name] * times])) as Record<Counter, number>;
  const amount = BigInt(times);
  return { ...cell, totals: { ...counts, bookedBudget: totals.bookedBudget * amount, spend: totals.spend * amount } };
}

export function currencyOf(cells: readonly Pick<Cell, "deliveryCurrency">[]): string | null {
  const joined = cells.reduce((code, { deliveryCurrency }) => joinCurrencies(code, deliveryCurrency), "");
  return joined === "" || joined === "*" ? null : joined;
}

export function cellOf(run: RunFact, outcome: RunOutcome): Cell {
  return {
    month: run.createdAt.toISOString().slice(0, 7),
    buyer: run.buyer,
    posture: run.resultKind === "ok" ? run.selectedPosture : null,
    comparison: comparisonOf(run),
    deliveryCurrency: outcome.deliveryCurrency,
    totals: totalsOf(run, outcome),
    firstRunAt: run.createdAt,
    lastRunAt: run.createdAt,
    customer: run.buyerCustomerId === null ? "" : String(run.buyerCustomerId),
  };
}

function comparisonOf({ selectedPosture, recommendedPosture }: RunFact): Comparison {
  if (selectedPosture === null || recommendedPosture === null) return "none";
  return selectedPosture === recommendedPosture ? "followed" : "diverged";
}

function isAskRun(run: RunFact): boolean {
  const counted = run.requestAskCount + run.productAskCount + run.proposalAskCount > 0;
  return counted || run.hadPriceObjection || run.hadPackagingAsk;
}

function totalsOf(run: RunFact, outcome: RunOutcome): Totals {
  const booked = outcome.bookedBuys > 0;
  const asks = isAskRun(run);
  const { events, submitted, forwarded, forwardFailed, rejected, deliveryReports } = outcome;
  const { bookedBuys, pricedBuys, foreignBuys, unbudgetedBuys, bookedBudget, impressions, spend } = outcome;
  return {
    runs: 1,
    liveRuns: Number(run.purpose === "live"),
    legacyRuns: Number(run.purpose === null),
    okRuns: Number(run.resultKind === "ok"),
    skippedRuns: Number(run.resultKind === "skipped"),
    errorRuns: Number(run.resultKind === "error"),
    briefRuns: Number(run.buyingMode === "brief"),
    refineRuns: Number(run.buyingMode === "refine"),
    wholesaleRuns: Number(run.buyingMode === "wholesale"),
    shownProducts: run.shown.length,
    shownOnBooked: booked ? run.shown.length : 0,
    bookedRuns: Number(booked),
    askRuns: Number(asks),
    askBookedRuns: Number(asks && booked),
    priceRuns: Number(run.hadPriceObjection),
    priceBookedRuns: Number(run.hadPriceObjection && booked),
    packagingRuns: Number(run.hadPackagingAsk),
    packagingBookedRuns: Number(run.hadPackagingAsk && booked),
    requestAsks: run.requestAskCount,
    productAsks: run.productAskCount,
    proposalAsks: run.proposalAskCount,
    appliedRefinements: run.refinements.applied,
    partialRefinements: run.refinements.partial,
    unableRefinements: run.refinements.unable,
    attributedRuns: Number(events > 0),
    events,
    submitted,
    forwarded,
    forwardFailed,
    rejected,
    deliveryReports,
    bookedBuys,
    pricedBuys,
    foreignBuys,
    unbudgetedBuys,
    bookedBudget,
    impressions,
    spend,
  };
}
