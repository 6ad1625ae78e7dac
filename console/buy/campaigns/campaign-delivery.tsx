import { Chart } from "../../components/chart.tsx";
import { moneyOf, shortMoneyOf } from "../../components/format.ts";
import { buy } from "../../messages/buy.ts";
import { useDaily } from "../reports/daily.ts";
import { Freshness } from "../reports/freshness.tsx";
import type { Shown } from "./campaign.tsx";

const words = buy.reports;

/** Spend by day, once there is a trend to see. */
export function CampaignDelivery({ campaign: { campaignId } }: { readonly campaign: Shown }) {
  const { data } = useDaily(90, campaignId);
  if (!data?.currency || data.points.length < 2) return null;
  const { currency, points, totals, freshness } = data;
  const show = (value: number) => moneyOf(value, currency);
  return (
    <Chart
      title={words.chart}
      note={<Freshness of={freshness} />}
      says={words.chartSays(show(totals.spend ?? 0), points[0]?.day ?? "", points.at(-1)?.day ?? "")}
      points={points.map(({ day, spend }) => ({ day, value: spend }))}
      show={show}
      tick={(value) => shortMoneyOf(value, currency)}
    />
  );
}
