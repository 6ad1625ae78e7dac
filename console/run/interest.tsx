import { AS_CSV, api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { PAGE_SIZE, skipOf, useAddress } from "../components/list.tsx";
import { ListPage } from "../components/list-page.tsx";
import { Moment, Name } from "../components/values.tsx";
import { run } from "../messages/run.ts";

const words = run.interest;

export function Interest() {
  const [address] = useAddress();
  const query = { limit: PAGE_SIZE, offset: skipOf(address) };
  const answer = useAnswer(["interest", query], () =>
    api.operator.GET("/api/v2/operator/interest", { params: { query } }),
  );
  return (
    <ListPage
      words={words}
      of={answer}
      rowsOf={({ items }) => items}
      keyOf={({ customerId, submittedAt }) => `${customerId} ${submittedAt}`}
      csv={{
        name: "interest.csv",
        ask: () => api.operator.GET("/api/v2/operator/interest", { ...AS_CSV }),
      }}
      columns={[
        { head: words.buyer, cell: ({ company }) => <Name>{company}</Name> },
        {
          head: words.storefronts,
          cell: ({ storefronts }) => <Name>{storefronts.map(({ name }) => name).join(", ")}</Name>,
        },
        { head: words.notes, cell: ({ notes }) => <Name>{notes ?? ""}</Name>, roomy: true },
        { head: words.at, cell: ({ submittedAt }) => <Moment at={submittedAt} />, roomy: true },
      ]}
    />
  );
}
