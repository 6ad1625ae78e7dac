import type { SourceCall } from "../../sources/calls/index.ts";
import type { DiagnosticsView } from "./diagnostics-view.ts";
import { counted, exchanges, issuesIn, partsOf, percentile, rate, type Trend, trendOf, type Window } from "./window.ts";

export function performanceOf(window: Window, thresholdMs: number): DiagnosticsView["performance"] {
  const asked = exchanges(window);
  const timeouts = counted(asked, "timeout");
  const p95 = percentile(asked, 95);
  const within = p95 !== null && p95 <= thresholdMs ? "within_threshold" : "over_threshold";
  return {
    requestCount: asked.length,
    responseCount: counted(asked, "completed", "rejected"),
    exchangeCount: asked.length,
    completedCount: counted(asked, "completed"),
    failedCount: counted(asked, "failed"),
    rejectedCount: counted(asked, "rejected"),
    timeoutCount: timeouts,
    timeoutRate: rate(timeouts, asked.length),
    errorRate: rate(issuesIn(asked), asked.length),
    completedRate: rate(counted(asked, "completed"), asked.length),
    latencyStatus: p95 === null ? "unknown" : within,
    latencyThresholdMs: thresholdMs,
    overThresholdCount: asked.filter(({ tookMs }) => tookMs !== null && tookMs > thresholdMs).length,
    p50LatencyMs: percentile(asked, 50),
    p95LatencyMs: p95,
    p99LatencyMs: percentile(asked, 99),
    unknownLatencyCount: asked.filter(({ tookMs }) => tookMs === null).length,
  };
}

export function timelineOf(window: Window): DiagnosticsView["timeline"] {
  return partsOf(window).map(({ from, to, calls }) => ({
    startedAt: from.toISOString(),
    endedAt: to.toISOString(),
    ...figuresOf(exchanges({ calls })),
  }));
}

export function comparisonOf(current: Window, previous: Window, isTruncated: boolean): DiagnosticsView["comparison"] {
  const [now, then] = [figuresOf(exchanges(current)), figuresOf(exchanges(previous))];
  const { exchangeCount, issueCount, timeoutCount, errorRate, p95LatencyMs } = then;
  const trend = trendOf(current, previous);
  return {
    previousWindow: {
      startedAt: previous.from.toISOString(),
      endedAt: previous.to.toISOString(),
      exchangeCount,
      issueCount,
      timeoutCount,
      errorRate,
      p95LatencyMs,
      sampledActivityCount: previous.calls.length,
      activityTruncated: isTruncated,
    },
    issueDelta: now.issueCount - issueCount,
    timeoutDelta: now.timeoutCount - timeoutCount,
    errorRateDelta: Math.round(1_000 * (now.errorRate - errorRate)) / 1_000,
    p95LatencyDeltaMs: now.p95LatencyMs === null || p95LatencyMs === null ? null : now.p95LatencyMs - p95LatencyMs,
    trend,
    summary: SUMMARIES[trend](now.issueCount, issueCount),
  };
}

const SUMMARIES: Readonly<Record<Trend, (now: number, before: number) => string>> = {
  not_enough_data: () => "there were no calls in one of the two windows, so there is nothing to compare",
  new_issue: (now) => `${now} calls went wrong, and none in the window before`,
  recovered: (_, before) => `no call went wrong; ${before} did in the window before`,
  worse: (now, before) => `a greater share of calls went wrong than before: ${now}, after ${before}`,
  improved: (now, before) => `a smaller share of calls went wrong than before: ${now}, after ${before}`,
  unchanged: () => "as in the window before",
};

export function breakdownOf(window: Window): DiagnosticsView["toolBreakdown"] {
  const byTool = Map.groupBy(exchanges(window), ({ tool }) => tool);
  return [...byTool].map(([tool, calls]) => {
    const { exchangeCount, failedCount, rejectedCount, timeoutCount, p95LatencyMs } = figuresOf(calls);
    const completedCount = counted(calls, "completed");
    return { tool, exchangeCount, completedCount, failedCount, rejectedCount, timeoutCount, p95LatencyMs };
  });
}

function figuresOf(calls: readonly SourceCall[]) {
  return {
    exchangeCount: calls.length,
    issueCount: issuesIn(calls),
    failedCount: counted(calls, "failed"),
    rejectedCount: counted(calls, "rejected"),
    timeoutCount: counted(calls, "timeout"),
    errorRate: rate(issuesIn(calls), calls.length),
    p95LatencyMs: percentile(calls, 95),
  };
}

/** Its part in discovery, and the results. */
export function discoveryOf({
  calls,
}: Window): Pick<DiagnosticsView, "discoveryParticipation" | "outcomeMix" | "demandImpact"> {
  const asked = calls.filter(({ tool }) => tool === "get_products");
  const skipped = asked.filter(({ outcome }) => outcome === "skipped");
  const answered = asked.filter(({ outcome }) => outcome === "completed");
  const empty = answered.filter(({ productCount }) => productCount === 0).length;
  const reasons = Map.groupBy(skipped, ({ cause }) => cause ?? "not_active");
  const [failed, rejected, timedOut] = [
    counted(asked, "failed"),
    counted(asked, "rejected"),
    counted(asked, "timeout"),
  ];
  const live = asked.filter(({ origin, outcome }) => origin === "live_demand" && outcome !== "completed").length;
  return {
    discoveryParticipation: {
      calledCount: asked.length - skipped.length,
      skippedCount: skipped.length,
      timedOutCount: timedOut,
      skipReasons: [...reasons].map(([reason, those]) => ({ reason, count: those.length })),
    },
    outcomeMix: {
      returnedProductsCount: answered.length - empty,
      returnedNoProductsCount: empty,
      failedCount: failed,
      businessRejectedCount: rejected,
      timedOutCount: timedOut,
      skippedCount: skipped.length,
    },
    demandImpact: {
      buyerRequestsAffected: live,
      missedProductOpportunityCount: null,
      notes: live > 0 ? [`${live} requests of buyers got nothing from this source`] : [],
    },
  };
}
