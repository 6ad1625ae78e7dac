import { type AttributedBuy, attribute, isEligible } from "./attribution/attribute.ts";
import { buyOutcomeOf } from "./attribution/buy-outcome.ts";
import { compareIds } from "./attribution/match-run.ts";
import { runOutcomeOf } from "./attribution/run-outcome.ts";
import type { OutcomeEvent, RunFact } from "./facts/fact.ts";
import type { AnalyticsInput } from "./facts/input.ts";
import { fromEventInput, fromRunInput } from "./facts/normalise.ts";
import { composePayload, type SellerAnalytics } from "./payload/compose-payload.ts";
import { productsOf, type RunRow } from "./payload/runs.ts";
import { sumsOfRuns } from "./payload/sums.ts";
import { cellOf } from "./payload/totals.ts";

/** A folded log of facts: every run with its outcome, and every media buy with its attribution. */
export interface Folded {
  readonly rows: readonly RunRow[];
  readonly buys: readonly AttributedBuy[];
}

/** Computes the analytics of a log of facts. The same facts always give the same payload, whatever their order. */
export function sellerAnalytics(input: AnalyticsInput): SellerAnalytics {
  const rows = windowOf(foldFacts(input).rows, input.limit);
  return composePayload({
    asOf: new Date(input.asOf),
    limit: input.limit,
    storefront: input.storefront,
    reportingCurrency: input.reportingCurrency,
    learnedDefault: input.learnedDefault,
    autoApproved: new Set(input.autoApprovedCustomerIds),
    sums: sumsOfRuns(rows.map(({ run, outcome }) => cellOf(run, outcome))),
    rows,
    products: productsOf(rows),
  });
}

export function foldFacts({ storefront, asOf, reportingCurrency, ...log }: AnalyticsInput): Folded {
  const runs = log.runs.filter(({ storefrontId }) => storefrontId === storefront.id).map(fromRunInput);
  const recorded = log.events.filter(
    ({ storefrontId, recordedAt }) =>
      storefrontId === storefront.id && (recordedAt === undefined || new Date(recordedAt) <= new Date(asOf)),
  );
  return fold(runs, recorded.map(fromEventInput), reportingCurrency);
}

export function fold(runs: readonly RunFact[], events: readonly OutcomeEvent[], reportingCurrency: string): Folded {
  const buys = attribute(runs, events);
  const byRun = Map.groupBy(buys, ({ runId }) => runId);
  const rows = runs.map((run): RunRow => {
    const own = (byRun.get(run.id) ?? []).map((buy) => buyOutcomeOf(buy.mediaBuyId, buy.events));
    return { run, outcome: runOutcomeOf(own, reportingCurrency) };
  });
  return { rows, buys };
}

/** The newest of the runs that count. */
export function windowOf(rows: readonly RunRow[], limit: number): RunRow[] {
  return rows
    .filter(({ run }) => isEligible(run))
    .toSorted((a, b) => newestFirst(a.run, b.run))
    .slice(0, limit);
}

function newestFirst(a: RunFact, b: RunFact): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || compareIds(b.id, a.id);
}
