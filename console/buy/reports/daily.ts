import type { Buyer } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";

type Timeseries = Buyer["schemas"]["ReportingTimeseries"];
export type Row = Buyer["schemas"]["ReportingTimeseriesRow"];

interface DayTotals {
  readonly day: string;
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
}

export interface Daily {
  readonly totals: Timeseries["totals"];
  readonly points: readonly DayTotals[];
  readonly rows: readonly Row[];
  /** Null if there are several: then a sum is meaningless. */
  readonly currency: string | null;
  readonly freshness: Timeseries["freshness"];
  readonly periodStart: string;
  readonly periodEnd: string;
}

/** What was delivered, day by day. */
export function useDaily(days: number, campaignId?: string) {
  const query = { days, view: "timeseries" as const, ...(campaignId && { campaignId }) };
  const answer = useAnswer(["daily", days, campaignId], () =>
    api.buyer.GET("/api/v2/buyer/reporting/metrics", { params: { query } }),
  );
  return { ...answer, data: answer.data && "timeseries" in answer.data ? dailyOf(answer.data) : undefined };
}

function dailyOf({ timeseries, totals, currency, freshness, periodStart, periodEnd }: Timeseries): Daily {
  const days = Map.groupBy(timeseries, ({ date }) => date.slice(0, 10));
  const points = [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([day, rows]) => totalOf(day, rows));
  return { totals, points, rows: timeseries, currency: currency ?? null, freshness, periodStart, periodEnd };
}

function totalOf(day: string, rows: readonly Row[]): DayTotals {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    day,
    spend: sum(({ metrics }) => metrics.spend ?? 0),
    impressions: sum(({ metrics }) => metrics.impressions),
    clicks: sum(({ metrics }) => metrics.clicks),
  };
}
