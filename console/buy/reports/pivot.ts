import type { Row } from "./daily.ts";

export const DIMENSIONS = ["campaign", "seller", "product", "day"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface PivotRow {
  readonly key: string;
  readonly name: string;
  readonly currency: string | null;
  readonly impressions: number;
  readonly clicks: number;
  readonly spend: number;
  readonly ctr: number | null;
  readonly ecpm: number | null;
  readonly cpc: number | null;
}

const NAME_OF: Readonly<Record<Dimension, (row: Row) => string>> = {
  campaign: ({ campaignName, campaignId }) => campaignName ?? campaignId,
  seller: ({ sellerName }) => sellerName ?? "",
  product: ({ productName, productId }) => productName ?? productId ?? "",
  day: ({ date }) => date.slice(0, 10),
};

/** Sums by a dimension and by currency, since amounts of two currencies have no sum. */
export function pivot(rows: readonly Row[], by: Dimension): PivotRow[] {
  const groups = Map.groupBy(rows, (row) => `${NAME_OF[by](row)} ${row.currency}`);
  const summed = [...groups].map(([key, group]) => rowOf(key, by, group));
  return by === "day"
    ? summed.toSorted((a, b) => a.name.localeCompare(b.name))
    : summed.toSorted((a, b) => b.spend - a.spend);
}

function rowOf(key: string, by: Dimension, group: readonly Row[]): PivotRow {
  const sum = (of: (row: Row) => number) => group.reduce((total, row) => total + of(row), 0);
  const [first] = group;
  const impressions = sum(({ metrics }) => metrics.impressions);
  const clicks = sum(({ metrics }) => metrics.clicks);
  const spend = sum(({ metrics }) => metrics.spend ?? 0);
  return {
    key,
    name: first ? NAME_OF[by](first) : "",
    currency: first?.currency ?? null,
    impressions,
    clicks,
    spend,
    ctr: impressions > 0 ? clicks / impressions : null,
    ecpm: impressions > 0 ? (spend / impressions) * 1_000 : null,
    cpc: clicks > 0 ? spend / clicks : null,
  };
}
