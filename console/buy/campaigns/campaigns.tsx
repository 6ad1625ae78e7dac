import type { Buyer } from "#client";
import { AS_CSV, api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Go, TextLink } from "../../components/button.tsx";
import { readable } from "../../components/format.ts";
import { type Address, ChoiceFilter, PAGE_SIZE, skipOf, TextFilter, useAddress } from "../../components/list.tsx";
import { ListPage } from "../../components/list-page.tsx";
import type { Column } from "../../components/table.tsx";
import { Flight, Money, Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { stateWord } from "../../messages/shared.ts";

type Campaign = Buyer["schemas"]["Campaign"];

const words = buy.campaigns;
const STATES = ["DRAFT", "ACTIVE", "PAUSED", "COMPLETED", "CANCELED", "ARCHIVED"] as const;
const FILTERS = [...STATES, "ALL"] as const;

function queryOf({ name, status }: Address) {
  const state = FILTERS.find((one) => one === status);
  return { ...(name && { name }), ...(state && { status: [state] }) };
}

export function Campaigns() {
  const [address] = useAddress();
  const filter = queryOf(address);
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...filter };
  const answer = useAnswer(["campaigns", query], () => api.buyer.GET("/api/v2/buyer/campaigns", { params: { query } }));
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ campaigns }) => campaigns}
      keyOf={({ campaignId }) => campaignId}
      columns={COLUMNS}
      filters={<Filters />}
      csv={{
        name: "campaigns.csv",
        ask: () => api.buyer.GET("/api/v2/buyer/campaigns", { params: { query: filter }, ...AS_CSV }),
      }}
      create={<Go to="/buy/discovery">{words.start}</Go>}
    />
  );
}

function Filters() {
  const states = STATES.map((code) => [code, stateWord(code)] as const);
  return (
    <>
      <TextFilter name="name" label={words.name} />
      <ChoiceFilter name="status" label={words.status} options={[["", words.usual], ...states, ["ALL", words.all]]} />
    </>
  );
}

const COLUMNS: readonly Column<Campaign>[] = [
  {
    head: words.name,
    cell: ({ campaignId, name }) => (
      <TextLink to="/buy/campaigns/$campaignId" params={{ campaignId }}>
        <Name>{name}</Name>
      </TextLink>
    ),
  },
  { head: words.status, cell: ({ status }) => <State code={status} /> },
  {
    head: words.why,
    cell: ({ why }) =>
      why && <span className="line-clamp-2 max-w-xs text-sm first-letter:uppercase">{readable(why.reason)}</span>,
    roomy: true,
  },
  {
    head: words.flight,
    cell: ({ flightDates: { startDate, endDate } }) => <Flight from={startDate} to={endDate} />,
    roomy: true,
  },
  {
    head: words.budget,
    cell: ({ budget }) => <Money amount={budget.total} currency={budget.currency} />,
    figures: true,
  },
  {
    head: words.allocated,
    cell: ({ allocatedBudget, budget }) => <Money amount={allocatedBudget} currency={budget.currency} />,
    figures: true,
    roomy: true,
  },
  { head: words.sellers, cell: ({ mediaBuys }) => mediaBuys.length, figures: true, roomy: true },
];
