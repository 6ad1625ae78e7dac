import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Day, Name } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";

const words = market.buyers.callers;

/** Outside buyers, who call the storefront's agent with a key. */
export function CallerKeys() {
  const answer = useAnswer(["caller-keys"], () => api.storefront.GET("/api/v2/storefront/caller-keys"));
  return (
    <Section title={words.title} note={words.note} flush>
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.none}</p>
          ) : (
            <Table
              label={words.title}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { head: words.name, cell: ({ name }) => <Name>{name}</Name> },
                { head: words.operator, cell: ({ operatorDomain }) => <Name>{operatorDomain}</Name> },
                { head: words.brand, cell: ({ brandDomain }) => <Name>{brandDomain}</Name>, roomy: true },
                { head: words.ends, cell: ({ expiresAt }) => <Day at={expiresAt} />, roomy: true },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
