import type { BuyerKey } from "../facts/fact.ts";
import type { Posture } from "../posture/posture.ts";
import { type Rates, ratesOf, selectPosture } from "../posture/select-posture.ts";
import { rateOf, rateOrNull, rounded } from "../statistics.ts";
import { averageBudget, averageOf, moneyOf } from "./amounts.ts";
import { isoOf } from "./iso.ts";
import { type Cell, currencyOf, sumOf, type Totals } from "./totals.ts";

/** All runs of one buyer identity. */
export interface BuyerSegment {
  readonly buyer: BuyerKey;
  /** `agency.example|acme.example|US`, with `-` for unknown parts. */
  readonly key: string;
  /** A buyer of which nothing is known gets no advice. */
  readonly isKnown: boolean;
  readonly totals: Totals;
  readonly rates: Rates;
  readonly rule: string;
  readonly recommendedPosture: Posture | null;
  readonly firstRunAt: Date;
  readonly lastRunAt: Date;
  readonly deliveryCurrency: string | null;
  /** The only customer who buys under this identity; null if there is none or more than one. */
  readonly customerId: number | null;
}

function identityOf({ operatorDomain, brandDomain, country }: BuyerKey): string {
  return [operatorDomain, brandDomain, country].map((part) => part ?? "-").join("|");
}

/** Ordered as in the payload. `windowBase` is the window's base rate, towards which every buyer's rate is shrunk. */
export function buyerSegments(cells: readonly Cell[], windowBase: number): BuyerSegment[] {
  const grouped = Map.groupBy(cells, ({ buyer }) =>
    JSON.stringify([buyer.operatorDomain, buyer.brandDomain, buyer.country]),
  );
  return [...grouped.values()].map((own) => segmentOf(own, windowBase)).toSorted(byWeight);
}

function segmentOf(cells: readonly Cell[], windowBase: number): BuyerSegment {
  const buyer = cells[0]?.buyer ?? { operatorDomain: null, brandDomain: null, country: null };
  const isKnown = Object.values(buyer).some((part) => part !== null);
  const totals = sumOf(cells.map((cell) => cell.totals));
  const rates = ratesOf(totals, windowBase);
  const { posture, rule } = isKnown
    ? selectPosture(totals, "buyer", rates)
    : { posture: null, rule: "P0_insufficient_history" };
  return {
    buyer,
    key: identityOf(buyer),
    isKnown,
    totals,
    rates,
    rule,
    recommendedPosture: posture,
    firstRunAt: new Date(Math.min(...cells.map(({ firstRunAt }) => firstRunAt.getTime()))),
    lastRunAt: new Date(Math.max(...cells.map(({ lastRunAt }) => lastRunAt.getTime()))),
    deliveryCurrency: currencyOf(cells),
    customerId: onlyCustomerOf(cells),
  };
}

function onlyCustomerOf(cells: readonly Cell[]): number | null {
  const known = new Set(cells.map(({ customer }) => customer).filter((one) => one !== ""));
  const [only] = known;
  return known.size === 1 && only !== undefined && only !== "*" ? Number(only) : null;
}

function byWeight(a: BuyerSegment, b: BuyerSegment): number {
  return (
    b.totals.runs - a.totals.runs ||
    Number(b.totals.bookedBudget - a.totals.bookedBudget) ||
    b.lastRunAt.getTime() - a.lastRunAt.getTime() ||
    knownFirst(a.buyer.operatorDomain, b.buyer.operatorDomain) ||
    knownFirst(a.buyer.brandDomain, b.buyer.brandDomain) ||
    knownFirst(a.buyer.country, b.buyer.country)
  );
}

function knownFirst(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

export function buyerRow(segment: BuyerSegment) {
  const { buyer, totals, firstRunAt, lastRunAt, deliveryCurrency, recommendedPosture } = segment;
  return {
    ...buyer,
    firstRunAt: isoOf(firstRunAt),
    lastRunAt: isoOf(lastRunAt),
    runCount: totals.runs,
    bookedRunCount: totals.bookedRuns,
    winRate: rateOf(totals.bookedRuns, totals.runs),
    askRunCount: totals.askRuns,
    askToBookConversionRate: rateOrNull(totals.askBookedRuns, totals.askRuns),
    attributedRunCount: totals.attributedRuns,
    eventCount: totals.events,
    totalShownProducts: totals.shownProducts,
    averageShownProducts: averageOf(totals.shownProducts, totals.runs) ?? 0,
    priceObjectionCount: totals.priceRuns,
    packagingAskCount: totals.packagingRuns,
    requestAskCount: totals.requestAsks,
    productAskCount: totals.productAsks,
    proposalAskCount: totals.proposalAsks,
    bookedMediaBuyCount: totals.bookedBuys,
    bookedBudget: moneyOf(totals.bookedBudget),
    averageBookedBudget: averageBudget(totals.bookedBudget, totals.pricedBuys),
    deliveredImpressions: totals.impressions,
    deliveredSpend: moneyOf(totals.spend),
    deliveredCurrency: deliveryCurrency,
    recommendedPosture,
  };
}

/** The months that have runs, earliest first. */
export function seasonality(cells: readonly Cell[], windowBase: number) {
  return [...Map.groupBy(cells, ({ month }) => month)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, own]) => monthRow(period, sumOf(own.map((cell) => cell.totals)), windowBase));
}

function monthRow(period: string, totals: Totals, windowBase: number) {
  return {
    period,
    runCount: totals.runs,
    bookedRunCount: totals.bookedRuns,
    winRate: rateOf(totals.bookedRuns, totals.runs),
    askRunCount: totals.askRuns,
    askToBookConversionRate: rateOrNull(totals.askBookedRuns, totals.askRuns),
    priceObjectionCount: totals.priceRuns,
    packagingAskCount: totals.packagingRuns,
    bookedBudget: moneyOf(totals.bookedBudget),
    // Divided by the number of runs that booked, as seed 003 specifies; everywhere else the divisor is the number of
    // media buys.
    averageBookedBudget:
      totals.pricedBuys === 0 ? null : rounded(totals.bookedBudget, BigInt(totals.bookedRuns) * 1_000_000n, 2),
    averageShownProducts: averageOf(totals.shownProducts, totals.runs) ?? 0,
    recommendedPosture: selectPosture(totals, "month", ratesOf(totals, windowBase)).posture,
  };
}
