import { useState } from "react";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/dialog.tsx";
import { Failure, Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Day, Name, State } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";
import { market } from "../../messages/sell-market.ts";

type Buyer = Storefront["schemas"]["SponsoredBuyer"];

const words = market.buyers;

/** Who joined: approve, suspend, reactivate. */
export function SponsoredBuyers() {
  const [chosen, setChosen] = useState<Buyer | null>(null);
  const answer = useAnswer(["sponsored-buyers"], () => api.storefront.GET("/api/v2/storefront/sponsored-buyers"));
  const suspend = useWrite(
    (buyerId: number, headers) =>
      api.storefront.POST("/api/v2/storefront/sponsored-buyers/{buyerId}/suspend", {
        headers,
        params: { path: { buyerId } },
      }),
    () => setChosen(null),
  );
  return (
    <Section title={words.sponsored} flush>
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.buyersEmpty}</p>
          ) : (
            <Table
              label={words.sponsored}
              rows={items}
              keyOf={({ buyerCustomerId }) => String(buyerCustomerId)}
              columns={[
                { head: words.name, cell: ({ buyerName }) => <Name>{buyerName}</Name> },
                { head: sell.mediaBuys.status, cell: ({ status }) => <State code={status} /> },
                { head: words.since, cell: ({ createdAt }) => <Day at={createdAt} />, roomy: true },
                { head: words.policy, cell: (buyer) => <Action buyer={buyer} onSuspend={setChosen} />, action: true },
              ]}
            />
          )
        }
      </Loaded>
      <Confirm
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={words.suspendTitle(chosen?.buyerName ?? "")}
        action={words.suspend}
        weight="danger"
        write={suspend}
        onConfirm={() => chosen && suspend.write(chosen.buyerCustomerId)}
      >
        <p>{words.suspendText}</p>
      </Confirm>
    </Section>
  );
}

function Action({ buyer, onSuspend }: { readonly buyer: Buyer; readonly onSuspend: (buyer: Buyer) => void }) {
  const { buyerCustomerId: buyerId, status } = buyer;
  const params = { path: { buyerId } };
  const approve = useWrite((_: null, headers) =>
    api.storefront.POST("/api/v2/storefront/sponsored-buyers/{buyerId}/approve", { headers, params }),
  );
  const again = useWrite((_: null, headers) =>
    api.storefront.POST("/api/v2/storefront/sponsored-buyers/{buyerId}/reactivate", { headers, params }),
  );
  const error = approve.error ?? again.error;
  if (error) return <Failure error={error} />;
  if (status === "pending")
    return (
      <Button weight="primary" onClick={() => approve.write(null)}>
        {words.approve}
      </Button>
    );
  if (status === "suspended") return <Button onClick={() => again.write(null)}>{words.again}</Button>;
  return <Button onClick={() => onSuspend(buyer)}>{words.suspend}</Button>;
}
