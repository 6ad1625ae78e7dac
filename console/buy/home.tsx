import type { Buyer } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Go, TextLink } from "../components/button.tsx";
import { Loaded } from "../components/failure.tsx";
import { Figure, Figures } from "../components/figure.tsx";
import { readable } from "../components/format.ts";
import { Empty, Page, Section } from "../components/page.tsx";
import { Table } from "../components/table.tsx";
import { Count, Flight, Money, Name, State } from "../components/values.tsx";
import { buy } from "../messages/buy.ts";
import { useDaily } from "./reports/daily.ts";
import { Freshness } from "./reports/freshness.tsx";

type Campaign = Buyer["schemas"]["Campaign"];

const words = buy.home;

export function BuyHome() {
  const campaigns = useAnswer(["campaigns", "home"], () =>
    api.buyer.GET("/api/v2/buyer/campaigns", { params: { query: { take: 50 } } }),
  );
  return (
    <Page title={words.title} lead={words.lead} actions={<Go to="/buy/discovery">{words.start}</Go>}>
      <Loaded of={campaigns}>
        {({ campaigns }) =>
          campaigns.length === 0 ? (
            <Section>
              <Empty title={words.firstTitle} text={words.firstText}>
                <Go to="/buy/discovery">{words.start}</Go>
              </Empty>
            </Section>
          ) : (
            <>
              <Month active={campaigns.filter(({ status }) => status === "ACTIVE").length} />
              <NeedsYou campaigns={campaigns} />
              <Running campaigns={campaigns} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Month({ active }: { readonly active: number }) {
  const daily = useDaily(30);
  return (
    <Loaded of={daily}>
      {({ totals, points, currency, freshness }) => (
        <Figures>
          <Figure
            label={words.spend}
            value={<Money amount={totals.spend} currency={currency} />}
            course={points.map(({ spend }) => spend)}
          />
          <Figure
            label={words.impressions}
            value={<Count value={totals.impressions} />}
            course={points.map(({ impressions }) => impressions)}
          />
          <Figure
            label={words.clicks}
            value={<Count value={totals.clicks} />}
            course={points.map(({ clicks }) => clicks)}
          />
          <Figure label={words.active} value={<Count value={active} />} note={<Freshness of={freshness} />} />
        </Figures>
      )}
    </Loaded>
  );
}

function NeedsYou({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const waiting = campaigns.filter(({ why }) => why?.waitingOn === "buyer");
  return (
    <Section title={words.needsYou}>
      {waiting.length === 0 && <p className="text-muted">{words.nothingNeeds}</p>}
      <ul className="divide-y divide-line">
        {waiting.map(({ campaignId, name, why }) => (
          <li key={campaignId} className="py-3 first:pt-0 last:pb-0">
            <TextLink to="/buy/campaigns/$campaignId" params={{ campaignId }}>
              <Name>{name}</Name>
            </TextLink>
            <p className="first-letter:uppercase">{why && readable(why.reason)}</p>
            <p className="text-sm text-muted">{why?.nextStep}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Running({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const running = campaigns.filter(({ status }) => status === "ACTIVE" || status === "PAUSED").slice(0, 8);
  if (running.length === 0) return null;
  return (
    <Section title={words.runs} flush>
      <Table
        label={words.runs}
        rows={running}
        keyOf={({ campaignId }) => campaignId}
        columns={[
          {
            head: buy.campaigns.name,
            cell: ({ campaignId, name }) => (
              <TextLink to="/buy/campaigns/$campaignId" params={{ campaignId }}>
                <Name>{name}</Name>
              </TextLink>
            ),
          },
          { head: buy.campaigns.status, cell: ({ status }) => <State code={status} /> },
          {
            head: buy.campaigns.flight,
            cell: ({ flightDates }) => <Flight from={flightDates.startDate} to={flightDates.endDate} />,
            roomy: true,
          },
          {
            head: buy.campaigns.budget,
            cell: ({ budget }) => <Money amount={budget.total} currency={budget.currency} />,
            figures: true,
          },
        ]}
      />
    </Section>
  );
}
