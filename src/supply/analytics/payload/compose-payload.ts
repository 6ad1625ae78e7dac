import type { AnalyticsInput, LearnedDefault } from "../facts/input.ts";
import { sellerRecommendations } from "../guidance/recommendations.ts";
import { strategySignals } from "../guidance/signals.ts";
import { POSTURES } from "../posture/posture.ts";
import { ratesOf, selectPosture } from "../posture/select-posture.ts";
import { rateOf, rateOrNull } from "../statistics.ts";
import { averageBudget, averageOf, moneyOf } from "./amounts.ts";
import { type BuyerSegment, buyerRow, buyerSegments, seasonality } from "./buyers.ts";
import { isoOf } from "./iso.ts";
import { type RunRow, runView, type ShownCount } from "./runs.ts";
import type { Sums } from "./sums.ts";
import { type Cell, currencyOf, sumOf, type Totals } from "./totals.ts";

/** The input of a payload: either the newest runs or whole days. */
export interface Composed {
  readonly asOf: Date;
  readonly limit: number;
  readonly storefront: AnalyticsInput["storefront"];
  readonly reportingCurrency: string;
  readonly learnedDefault: LearnedDefault | null;
  readonly autoApproved: ReadonlySet<number>;
  readonly sums: Sums;
  /** Newest first. */
  readonly rows: readonly RunRow[];
  readonly products: readonly ShownCount[];
}

export type SellerAnalytics = ReturnType<typeof composePayload>;

/** Computes every figure from totals, and rounds only at the end, so that nothing is rounded twice. */
export function composePayload(composed: Composed) {
  const { asOf, limit, storefront, learnedDefault, sums, rows, products } = composed;
  const totals = sumOf(sums.whole.map((cell) => cell.totals));
  const rates = ratesOf(totals);
  const buyers = buyerSegments(sums.buyers, rates.base);
  const windowPosture = selectPosture(totals, "window", rates).posture;
  const repeatBuyers = buyers.filter((one) => one.isKnown && one.totals.runs >= 2).length;
  const pinned = learnedDefault?.posture ?? null;
  return {
    generatedAt: isoOf(asOf),
    storefront,
    window: {
      requestedRunLimit: limit,
      runCount: totals.runs,
      eligibleRunCount: totals.liveRuns,
      legacyRunCount: totals.legacyRuns,
      firstRunAt: edgeOf(sums.whole, "firstRunAt", Math.min),
      lastRunAt: edgeOf(sums.whole, "lastRunAt", Math.max),
    },
    summary: summaryOf(totals),
    outcomes: outcomesOf(totals, currencyOf(sums.whole)),
    historicalPerformance: { ...performanceOf(totals, repeatBuyers), recommendedPosture: windowPosture },
    seasonality: seasonality(sums.whole, rates.base),
    buyers: buyers.map(buyerRow),
    postureConversion: { byPosture: byPosture(sums.postures), adherence: adherenceOf(sums.comparisons) },
    learnedDefault,
    strategySignals: strategySignals({ totals, rates, repeatBuyers, windowPosture, learnedDefault: pinned }),
    sellerRecommendations: sellerRecommendations({ ...composed, totals, rates, buyers }),
    runs: rows.map(runView),
    topProducts: products,
    notes: notesOf(totals, composed.reportingCurrency),
  };
}

/** Which rule determined what, for people who want to check it by hand. */
export function traceOf(cells: readonly Cell[]) {
  const totals = sumOf(cells.map((cell) => cell.totals));
  const rates = ratesOf(totals);
  const buyers: readonly BuyerSegment[] = buyerSegments(cells, rates.base);
  return {
    windowRates: rates,
    windowPostureRule: selectPosture(totals, "window", rates).rule,
    buyerPostureRules: Object.fromEntries(buyers.map(({ key, rule }) => [key, rule])),
  };
}

function edgeOf(
  cells: readonly Cell[],
  field: "firstRunAt" | "lastRunAt",
  pick: (...times: number[]) => number,
): string | null {
  return cells.length === 0 ? null : isoOf(new Date(pick(...cells.map((cell) => cell[field].getTime()))));
}

function summaryOf(totals: Totals) {
  return {
    totalRuns: totals.runs,
    okRuns: totals.okRuns,
    skippedRuns: totals.skippedRuns,
    errorRuns: totals.errorRuns,
    briefRuns: totals.briefRuns,
    refineRuns: totals.refineRuns,
    wholesaleRuns: totals.wholesaleRuns,
    totalShownProducts: totals.shownProducts,
    averageShownProducts: averageOf(totals.shownProducts, totals.runs) ?? 0,
    priceObjectionCount: totals.priceRuns,
    packagingAskCount: totals.packagingRuns,
    requestAskCount: totals.requestAsks,
    productAskCount: totals.productAsks,
    proposalAskCount: totals.proposalAsks,
    appliedRefinements: totals.appliedRefinements,
    partialRefinements: totals.partialRefinements,
    unableRefinements: totals.unableRefinements,
  };
}

function outcomesOf(totals: Totals, deliveredCurrency: string | null) {
  return {
    attributedRunCount: totals.attributedRuns,
    eventCount: totals.events,
    submittedCount: totals.submitted,
    forwardedCount: totals.forwarded,
    forwardFailedCount: totals.forwardFailed,
    rejectedCount: totals.rejected,
    deliveryReportedCount: totals.deliveryReports,
    bookedMediaBuyCount: totals.bookedBuys,
    bookedBudget: moneyOf(totals.bookedBudget),
    deliveredImpressions: totals.impressions,
    deliveredSpend: moneyOf(totals.spend),
    deliveredCurrency,
  };
}

function performanceOf(totals: Totals, repeatBuyerCount: number) {
  const { runs, bookedRuns, askRuns, priceRuns, packagingRuns, shownProducts, shownOnBooked } = totals;
  return {
    runCount: runs,
    bookedRunCount: bookedRuns,
    winRate: rateOrNull(bookedRuns, runs) ?? 0,
    askRunCount: askRuns,
    askToBookConversionRate: rateOrNull(totals.askBookedRuns, askRuns),
    priceObjectionConversionRate: rateOrNull(totals.priceBookedRuns, priceRuns),
    packagingAskConversionRate: rateOrNull(totals.packagingBookedRuns, packagingRuns),
    averageBookedBudget: averageBudget(totals.bookedBudget, totals.pricedBuys),
    averageProductsPerRun: averageOf(shownProducts, runs) ?? 0,
    averageProductsPerBookedRun: averageOf(shownOnBooked, bookedRuns),
    averageProductsPerUnbookedRun: averageOf(shownProducts - shownOnBooked, runs - bookedRuns),
    deliveryRate: rateOrNull(totals.deliveryReports, totals.bookedBuys),
    repeatBuyerCount,
  };
}

function byPosture(cells: readonly Cell[]) {
  return POSTURES.map((posture) => {
    const totals = sumOf(cells.filter((cell) => cell.posture === posture).map((cell) => cell.totals));
    return { posture, totals };
  })
    .filter(({ totals }) => totals.runs > 0)
    .toSorted((a, b) => b.totals.runs - a.totals.runs)
    .map(({ posture, totals }) => ({
      posture,
      runCount: totals.runs,
      bookedRunCount: totals.bookedRuns,
      winRate: rateOf(totals.bookedRuns, totals.runs),
      bookedBudget: moneyOf(totals.bookedBudget),
    }));
}

function adherenceOf(cells: readonly Cell[]) {
  const of = (comparison: Cell["comparison"]) =>
    sumOf(cells.filter((cell) => cell.comparison === comparison).map((cell) => cell.totals));
  const [followed, diverged] = [of("followed"), of("diverged")];
  return {
    comparableRunCount: followed.runs + diverged.runs,
    followedCount: followed.runs,
    followedWinRate: rateOrNull(followed.bookedRuns, followed.runs),
    divergedWinRate: rateOrNull(diverged.bookedRuns, diverged.runs),
  };
}

function notesOf({ runs, unbudgetedBuys, foreignBuys }: Totals, reportingCurrency: string): string[] {
  if (runs === 0) return ["No intelligence runs in the window."];
  const notes = ["Outcome totals use last-touch product-overlap attribution and are directional."];
  if (unbudgetedBuys > 0)
    notes.push(`${unbudgetedBuys} forwarded media buy(s) without a known budget are not counted as booked.`);
  if (foreignBuys > 0)
    notes.push(
      `${foreignBuys} booked media buy(s) in a currency other than ${reportingCurrency} are counted but not added to bookedBudget.`,
    );
  return notes;
}
