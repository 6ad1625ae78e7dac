import type { Storefront } from "#client";
import { AS_CSV, api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { TextLink } from "../../components/button.tsx";
import { ChoiceFilter, PAGE_SIZE, skipOf, useAddress } from "../../components/list.tsx";
import { ListPage } from "../../components/list-page.tsx";
import type { Column } from "../../components/table.tsx";
import { Flight, Money, Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { stateWord } from "../../messages/shared.ts";

type Row = Storefront["schemas"]["StorefrontMediaBuySummary"];

const words = sell.mediaBuys;
const STATES = [
  "pending_approval",
  "forwarding",
  "forward_failed",
  "awaiting_source",
  "booked",
  "delivering",
  "paused",
  "completed",
  "rejected",
  "canceled",
] as const;

export function MediaBuys() {
  const [address] = useAddress();
  const status = STATES.find((one) => one === address.status);
  const filter = status ? { status } : {};
  const query = { take: PAGE_SIZE, skip: skipOf(address), ...filter };
  const answer = useAnswer(["media-buys", query], () =>
    api.storefront.GET("/api/v2/storefront/media-buys", { params: { query } }),
  );
  const states = STATES.map((code) => [code, stateWord(code)] as const);
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ items }) => items}
      keyOf={({ mediaBuyId }) => mediaBuyId}
      csv={{
        name: "media-buys.csv",
        ask: () => api.storefront.GET("/api/v2/storefront/media-buys", { params: { query: filter }, ...AS_CSV }),
      }}
      columns={COLUMNS}
      filters={<ChoiceFilter name="status" label={words.status} options={[["", words.all], ...states]} />}
    />
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    head: words.name,
    cell: ({ mediaBuyId, name }) => (
      <TextLink to="/sell/media-buys/$mediaBuyId" params={{ mediaBuyId }}>
        <Name>{name}</Name>
      </TextLink>
    ),
  },
  { head: words.buyer, cell: ({ buyer }) => <Name>{buyer.name}</Name> },
  { head: words.status, cell: ({ status }) => <State code={status} /> },
  {
    head: words.flight,
    cell: ({ flightStart, flightEnd }) => <Flight from={flightStart} to={flightEnd} />,
    roomy: true,
  },
  { head: words.amount, cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />, figures: true },
];
