import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Figure, Figures } from "../../components/figure.tsx";
import { Count, Money } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { RunsLink } from "../analytics/runs-link.tsx";

const words = sell.home;
const DAY_MS = 86_400_000;

function useMonth() {
  const analytics = useAnswer(["analytics", "month"], () =>
    api.storefront.GET("/api/v2/storefront/seller-analytics", { params: { query: { limit: 200 } } }),
  );
  const delivery = useAnswer(["delivery", "month"], () =>
    api.storefront.GET("/api/v2/storefront/reporting/delivery", { params: { query: { groupBy: "day", days: 30 } } }),
  );
  return { analytics, delivery };
}

/** The last thirty days in four figures. */
export function Month() {
  const { analytics, delivery } = useMonth();
  return (
    <Loaded of={analytics}>
      {({ summary, outcomes, runs, window }) => (
        <Figures>
          <Figure
            label={words.asked}
            value={
              <RunsLink window={window}>
                <Count value={summary.totalRuns} />
              </RunsLink>
            }
            course={byDay(runs, () => 1)}
            note={words.directional}
          />
          <Figure
            label={words.shown}
            value={
              <RunsLink window={window} filter={{ resultKind: "ok" }}>
                <Count value={summary.totalShownProducts} />
              </RunsLink>
            }
            course={byDay(runs, ({ shownProductCount }) => shownProductCount)}
            note={words.directional}
          />
          <Figure
            label={words.booked}
            value={
              <RunsLink window={window} filter={{ booked: "true" }}>
                <Money amount={outcomes.bookedBudget} currency={outcomes.deliveredCurrency} />
              </RunsLink>
            }
            note={words.directional}
          />
          <Figure
            label={words.delivered}
            value={<Count value={delivery.data?.totals.reduce((sum, { impressions }) => sum + impressions, 0)} />}
            course={(delivery.data?.items ?? [])
              .toSorted((a, b) => (a.day ?? "").localeCompare(b.day ?? ""))
              .map(({ impressions }) => impressions)}
          />
        </Figures>
      )}
    </Loaded>
  );
}

/** Sums of the days between the first and the last, empty ones too. */
function byDay<Run extends { readonly createdAt: string }>(runs: readonly Run[], valueOf: (run: Run) => number) {
  const days = runs.map((run) => ({ day: Math.floor(Date.parse(run.createdAt) / DAY_MS), value: valueOf(run) }));
  const first = Math.min(...days.map(({ day }) => day));
  const sums: number[] = [];
  for (const { day, value } of days) sums[day - first] = (sums[day - first] ?? 0) + value;
  return Array.from(sums, (sum: number | undefined) => sum ?? 0);
}
