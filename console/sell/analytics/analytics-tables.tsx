import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Count, Moment, Money, Name, Share, State } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";
import { shared, stateWord } from "../../messages/shared.ts";
import type { Payload } from "./analytics.tsx";
import { RunsLink } from "./runs-link.tsx";

const words = market.analytics;
const BOOKED = { booked: "true" } as const;

interface PayloadProps {
  readonly payload: Payload;
}

export function AnalyticsPostures({ payload: { postureConversion, outcomes, window } }: PayloadProps) {
  if (postureConversion.byPosture.length === 0) return null;
  return (
    <Section title={words.postures} flush>
      <Table
        label={words.postures}
        rows={postureConversion.byPosture}
        keyOf={({ posture }) => posture}
        columns={[
          { head: words.posture, cell: ({ posture }) => stateWord(posture) },
          {
            head: words.runs,
            cell: ({ posture, runCount }) => (
              <RunsLink window={window} filter={{ posture }}>
                <Count value={runCount} />
              </RunsLink>
            ),
            figures: true,
          },
          {
            head: words.winBy,
            cell: ({ posture, winRate }) => (
              <RunsLink window={window} filter={{ posture, ...BOOKED }}>
                <Share value={winRate} />
              </RunsLink>
            ),
            figures: true,
          },
          {
            head: words.bookedBudget,
            cell: ({ posture, bookedBudget }) => (
              <RunsLink window={window} filter={{ posture, ...BOOKED }}>
                <Money amount={bookedBudget} currency={outcomes.deliveredCurrency} />
              </RunsLink>
            ),
            figures: true,
          },
        ]}
      />
    </Section>
  );
}

export function AnalyticsBuyers({ payload: { buyers, window } }: PayloadProps) {
  if (buyers.length === 0) return null;
  return (
    <Section title={words.buyers} flush>
      <Table
        label={words.buyers}
        rows={buyers.slice(0, 20)}
        keyOf={({ operatorDomain, brandDomain, country }) => `${operatorDomain} ${brandDomain} ${country}`}
        columns={[
          { head: words.buyer, cell: (buyer) => <Name>{nameOf(buyer)}</Name> },
          {
            head: words.runs,
            cell: (buyer) => (
              <RunsLink window={window} filter={scopeOf(buyer)}>
                <Count value={buyer.runCount} />
              </RunsLink>
            ),
            figures: true,
          },
          {
            head: words.winBy,
            cell: (buyer) => (
              <RunsLink window={window} filter={{ ...scopeOf(buyer), ...BOOKED }}>
                <Share value={buyer.winRate} />
              </RunsLink>
            ),
            figures: true,
          },
          {
            head: words.bookedBudget,
            cell: (buyer) => (
              <RunsLink window={window} filter={{ ...scopeOf(buyer), ...BOOKED }}>
                <Money amount={buyer.bookedBudget} currency={buyer.deliveredCurrency} />
              </RunsLink>
            ),
            figures: true,
          },
          {
            head: words.recommended,
            cell: ({ recommendedPosture }) => recommendedPosture && stateWord(recommendedPosture),
            roomy: true,
          },
        ]}
      />
    </Section>
  );
}

/** `none` is what the API calls a part that a buyer did not name. */
function scopeOf({ operatorDomain, brandDomain, country }: Payload["buyers"][number]) {
  const part = (name: string | null) => name || "none";
  return { operatorDomain: part(operatorDomain), brandDomain: part(brandDomain), country: part(country) };
}

function nameOf({ operatorDomain, brandDomain, country }: Payload["buyers"][number]): string {
  return [operatorDomain, brandDomain, country].filter(Boolean).join(" · ") || words.unnamed;
}

export function AnalyticsProducts({ payload: { topProducts, window } }: PayloadProps) {
  if (topProducts.length === 0) return null;
  return (
    <Section title={words.products} flush>
      <Table
        label={words.products}
        rows={topProducts}
        keyOf={({ productId }) => productId}
        columns={[
          { head: words.product, cell: ({ name }) => <Name>{name}</Name> },
          {
            head: words.impressions,
            cell: ({ productId, impressions }) => (
              <RunsLink window={window} filter={{ productId }}>
                <Count value={impressions} />
              </RunsLink>
            ),
            figures: true,
          },
        ]}
      />
    </Section>
  );
}

/** What the figures are counted from. */
export function AnalyticsRuns({ payload: { runs } }: PayloadProps) {
  return (
    <Section title={words.recent} flush>
      <Table
        label={words.recent}
        rows={runs.slice(0, 25)}
        keyOf={({ id }) => id}
        columns={[
          {
            head: words.at,
            cell: ({ createdAt }) => (
              <RunsLink window={{ firstRunAt: createdAt, lastRunAt: createdAt }}>
                <Moment at={createdAt} />
              </RunsLink>
            ),
          },
          {
            head: words.result,
            cell: ({ resultKind }) => (
              <State code={resultKind === "ok" ? "pass" : "warn"} label={stateWord(resultKind)} />
            ),
          },
          { head: words.shown, cell: ({ shownProductCount }) => <Count value={shownProductCount} />, figures: true },
          {
            head: words.posture,
            cell: ({ selectedPosture }) => (selectedPosture ? stateWord(selectedPosture) : shared.page.none),
            roomy: true,
          },
          {
            head: words.booked,
            cell: ({ outcome }) => <Money amount={outcome.bookedBudget} currency={outcome.deliveredCurrency} />,
            figures: true,
          },
        ]}
      />
    </Section>
  );
}
