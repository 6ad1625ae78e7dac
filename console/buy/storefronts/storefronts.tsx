import type { Buyer } from "#client";
import { AS_CSV, api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button, TextLink } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { PAGE_SIZE, skipOf, TextFilter, useAddress } from "../../components/list.tsx";
import { ListPage } from "../../components/list-page.tsx";
import { Section } from "../../components/page.tsx";
import { type Column, Table } from "../../components/table.tsx";
import { Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";

const words = buy.storefronts;

export function Storefronts() {
  const [address] = useAddress();
  const { name } = address;
  const filter = name ? { name } : {};
  const query = { limit: PAGE_SIZE, offset: skipOf(address), ...filter };
  const answer = useAnswer(["storefronts", query], () =>
    api.buyer.GET("/api/v2/buyer/storefronts", { params: { query } }),
  );
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ items }) => items}
      keyOf={({ id }) => String(id)}
      csv={{
        name: "storefronts.csv",
        ask: () => api.buyer.GET("/api/v2/buyer/storefronts", { params: { query: filter }, ...AS_CSV }),
      }}
      columns={COLUMNS}
      filters={<TextFilter name="name" label={words.filterName} />}
    >
      <Upcoming />
    </ListPage>
  );
}

const COLUMNS: readonly Column<Buyer["schemas"]["BuyerStorefrontSummary"]>[] = [
  {
    head: words.name,
    cell: ({ id, name }) => (
      <TextLink to="/buy/storefronts/$storefrontId" params={{ storefrontId: String(id) }}>
        <Name>{name}</Name>
      </TextLink>
    ),
  },
  {
    head: words.domain,
    cell: ({ publisherDomain }) => <Name>{publisherDomain ?? ""}</Name>,
    roomy: true,
  },
  {
    head: words.access,
    cell: (row) => {
      const { sourceCount: all, connectedSourceCount: done } = row;
      return <State code={done === all ? "connected" : "needs_setup"} label={words.connected(done, all)} />;
    },
  },
];

function Upcoming() {
  const answer = useAnswer(["upcoming"], () => api.buyer.GET("/api/v2/buyer/storefronts/discover"));
  const interest = useWrite((storefrontId: number, headers) =>
    api.buyer.POST("/api/v2/buyer/storefronts/interest", { headers, body: { storefrontIds: [storefrontId] } }),
  );
  const soon = answer.data?.items.filter(({ status }) => status !== "TRANSACTING") ?? [];
  if (soon.length === 0) return null;
  return (
    <Section title={words.soon} note={words.soonNote} flush>
      {interest.error && <Failure error={interest.error} />}
      <Table
        label={words.soon}
        rows={soon}
        keyOf={({ id }) => String(id)}
        columns={[
          { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
          { head: words.domain, cell: ({ publisherDomain }) => <Name>{publisherDomain ?? ""}</Name>, roomy: true },
          {
            head: words.access,
            cell: ({ id }) => (
              <Button disabled={interest.busy} onClick={() => interest.write(id)}>
                {interest.data ? words.told : words.interested}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}
