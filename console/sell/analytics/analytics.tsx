import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Chart } from "../../components/chart.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Figure, Figures } from "../../components/figure.tsx";
import { countOf, shareOf } from "../../components/format.ts";
import { Empty, Page, Section } from "../../components/page.tsx";
import { Count, Money, Share } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";
import { stateWord } from "../../messages/shared.ts";
import { AnalyticsBuyers, AnalyticsPostures, AnalyticsProducts, AnalyticsRuns } from "./analytics-tables.tsx";
import { RunsFunnel } from "./funnel.tsx";
import { RunsLink } from "./runs-link.tsx";
import { wilson } from "./wilson.ts";

export type Payload = Storefront["schemas"]["SellerAnalytics"];

const words = market.analytics;

/** Charts of the seller's analytics: every figure as in the payload. */
export function Analytics() {
  const answer = useAnswer(["analytics"], () =>
    api.storefront.GET("/api/v2/storefront/seller-analytics", { params: { query: { limit: 200 } } }),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded of={answer} lines={8}>
        {(payload) =>
          payload.summary.totalRuns === 0 ? (
            <Section>
              <Empty title={words.emptyTitle} text={words.emptyText} />
            </Section>
          ) : (
            <>
              <Headline payload={payload} />
              <RunsFunnel payload={payload} />
              <Months payload={payload} />
              <Advice payload={payload} />
              <AnalyticsPostures payload={payload} />
              <AnalyticsBuyers payload={payload} />
              <AnalyticsProducts payload={payload} />
              <AnalyticsRuns payload={payload} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Headline({ payload }: { readonly payload: Payload }) {
  const { summary, outcomes, historicalPerformance: history, window } = payload;
  const { low, high } = wilson(history.bookedRunCount, history.runCount);
  return (
    <Figures>
      <Figure
        label={words.runs}
        value={
          <RunsLink window={window}>
            <Count value={summary.totalRuns} />
          </RunsLink>
        }
      />
      <Figure
        label={words.shown}
        value={
          <RunsLink window={window} filter={{ resultKind: "ok" }}>
            <Count value={summary.totalShownProducts} />
          </RunsLink>
        }
      />
      <Figure
        label={words.win}
        value={
          <RunsLink window={window} filter={{ booked: "true" }}>
            <Share value={history.winRate} />
          </RunsLink>
        }
        note={words.interval(shareOf(low), shareOf(high))}
      />
      <Figure
        label={words.booked}
        value={
          <RunsLink window={window} filter={{ booked: "true" }}>
            <Money amount={outcomes.bookedBudget} currency={outcomes.deliveredCurrency} />
          </RunsLink>
        }
        note={words.bookedCount(outcomes.bookedMediaBuyCount)}
      />
    </Figures>
  );
}

function Months({ payload: { seasonality } }: { readonly payload: Payload }) {
  if (seasonality.length < 2) return null;
  const points = seasonality
    .map(({ period, runCount }) => ({ day: period.length === 7 ? `${period}-01` : period, value: runCount }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const total = points.reduce((sum, { value }) => sum + value, 0);
  return (
    <Chart
      title={words.seasonality}
      says={words.seasonalitySays(countOf(total))}
      points={points}
      show={countOf}
      cell={({ day, value }) => <RunsLink window={monthOf(day)}>{countOf(value)}</RunsLink>}
    />
  );
}

/** From the first to the last moment of the month, in UTC. */
function monthOf(day: string) {
  const first = new Date(day);
  const next = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return { firstRunAt: first.toISOString(), lastRunAt: new Date(next - 1).toISOString() };
}

function Advice({ payload: { sellerRecommendations, learnedDefault, window } }: { readonly payload: Payload }) {
  return (
    <Section title={words.recommendations} note={learnedDefault && words.standing(stateWord(learnedDefault.posture))}>
      {sellerRecommendations.length === 0 && <p className="text-muted">{words.recommendationsNone}</p>}
      <ul className="space-y-4">
        {sellerRecommendations.map(({ id, title, detail, action, evidence }) => (
          <li key={id} className="border-s-2 border-accent ps-4">
            <p className="font-medium">{title}</p>
            <p>{detail}</p>
            <p className="text-muted">{action}</p>
            {evidence.length > 0 && (
              <p className="text-sm">
                <RunsLink window={window}>
                  {evidence.map(({ label, value }) => `${label}: ${value}`).join(" · ")}
                </RunsLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
