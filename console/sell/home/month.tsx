import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Figure, Figures } from "../../components/figure.tsx";
import { Count, Money } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.home;
const DAY_MS = 86_400_000;

/** The last thirty days in four figures. */
export function Month() {
  const analytics = useAnswer(["analytics", "month"], () =>
    api.storefront.GET("/api/v2/storefront/seller-analytics", { params: { query: { limit: 200 } } }),
  );
  const delivery = useAnswer(["delivery", "month"], () =>
    api.storefront.GET("/api/v2/storefront/reporting/delivery", { params: { query: { groupBy: "day", days: 30 } } }),
  );
  return (
    <Loaded of={analytics}>
      {({ summary, outcomes, runs }) => (
        <Figures>
          <Figure
            label={words.asked}
            value={<Count value={summary.totalRuns} />}
            course={byDay(runs.map(({ createdAt }) => ({ at: createdAt, value: 1 })))}
            note={words.directional}
          />
          <Figure
            label={words.shown}
            value={<Count value={summary.totalShownProducts} />}
            course={byDay(
              runs.map(({ createdAt, shownProductCount }) => ({ at: createdAt, value: shownProductCount })),
            )}
            note={words.directional}
          />
          <Figure
            label={words.booked}
            value={<Money amount={outcomes.bookedBudget} currency={outcomes.deliveredCurrency} />}
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
function byDay(values: readonly { readonly at: string; readonly value: number }[]): number[] {
  const days = values.map(({ at, value }) => ({ day: Math.floor(Date.parse(at) / DAY_MS), value }));
  const first = Math.min(...days.map(({ day }) => day));
  const sums: number[] = [];
  for (const { day, value } of days) sums[day - first] = (sums[day - first] ?? 0) + value;
  return Array.from(sums, (sum: number | undefined) => sum ?? 0);
}
