import type { RunOutcome } from "../attribution/run-outcome.ts";
import type { RunFact } from "../facts/fact.ts";
import { RULES } from "../rules.ts";
import { moneyOf } from "./amounts.ts";
import { isoOf } from "./iso.ts";

/** A run with its outcome. */
export interface RunRow {
  readonly run: RunFact;
  readonly outcome: RunOutcome;
}

export function runView({ run, outcome }: RunRow) {
  return {
    id: run.id,
    purpose: run.purpose,
    createdAt: isoOf(run.createdAt),
    buyingMode: run.buyingMode,
    resultKind: run.resultKind,
    resultCode: run.resultCode,
    selectedPosture: run.selectedPosture,
    recommendedPosture: run.recommendedPosture,
    postureRationale: run.postureRationale,
    postureEvidence: [...run.postureEvidence],
    attributionState: attributionStateOf(run, outcome),
    buyer: run.buyer,
    shownProductCount: run.shown.length,
    ...pricesOf(run),
    requestAskCount: run.requestAskCount,
    productAskCount: run.productAskCount,
    proposalAskCount: run.proposalAskCount,
    hadPriceObjection: run.hadPriceObjection,
    hadPackagingAsk: run.hadPackagingAsk,
    refinementStatusCounts: run.refinements,
    outcome: outcomeView(outcome),
  };
}

function attributionStateOf({ resultKind, shown }: RunFact, { events }: RunOutcome) {
  if (events > 0) return "attributed" as const;
  return resultKind === "ok" && shown.length > 0 ? ("unattributed" as const) : ("unavailable" as const);
}

/** Amounts in different currencies cannot be compared. */
function pricesOf({ shown }: RunFact) {
  const priced = shown.flatMap(({ sellPrice, currency }) => (sellPrice === null ? [] : [{ sellPrice, currency }]));
  const currencies = new Set(priced.map(({ currency }) => currency));
  const prices = currencies.size === 1 ? priced.map(({ sellPrice }) => sellPrice) : [];
  if (prices.length === 0) return { minSellPrice: null, maxSellPrice: null };
  return { minSellPrice: Math.min(...prices), maxSellPrice: Math.max(...prices) };
}

function outcomeView(outcome: RunOutcome) {
  const { latest, deliveryCurrency } = outcome;
  return {
    eventCount: outcome.events,
    latestType: latest?.type ?? null,
    latestStatus: latest?.status ?? null,
    mediaBuyId: latest?.mediaBuyId ?? null,
    submittedCount: outcome.submitted,
    forwardedCount: outcome.forwarded,
    forwardFailedCount: outcome.forwardFailed,
    rejectedCount: outcome.rejected,
    deliveryReportedCount: outcome.deliveryReports,
    bookedMediaBuyCount: outcome.bookedBuys,
    bookedBudget: outcome.pricedBuys === 0 ? null : moneyOf(outcome.bookedBudget),
    deliveredImpressions: outcome.impressions,
    deliveredSpend: moneyOf(outcome.spend),
    deliveredCurrency: deliveryCurrency === "" || deliveryCurrency === "*" ? null : deliveryCurrency,
  };
}

export interface ShownCount {
  readonly productId: string;
  readonly name: string | null;
  /** The number of runs in which the product was shown. */
  readonly impressions: number;
}

/** Expects the newest run first, so that each product gets its newest name. */
export function productsOf(rows: readonly RunRow[]): ShownCount[] {
  const counts = new Map<string, ShownCount>();
  for (const { productId, name } of rows.flatMap(({ run }) => run.shown)) {
    const before = counts.get(productId);
    counts.set(productId, {
      productId,
      name: before?.name ?? name,
      impressions: (before?.impressions ?? 0) + 1,
    });
  }
  return topProducts([...counts.values()]);
}

export function topProducts(products: readonly ShownCount[]): ShownCount[] {
  return products
    .toSorted((a, b) => b.impressions - a.impressions || (a.productId < b.productId ? -1 : 1))
    .slice(0, RULES.caps.topProducts);
}
