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

type Buyer = Storefront["schemas"]["SponsoredBuyer"];

const words = sell.buyers;

/** Who joined: let in, kept out, let in again. */
export function SponsoredBuyers() {
  const [chosen, setChosen] = useState<Buyer | null>(null);
  const answer = useAnswer(["sponsored-buyers"], () => api.storefront.GET("/api/v2/storefront/sponsored-buyers"));
  const path = (buyerId: number) => ({ params: { path: { buyerId } } });
  const approve = useWrite((buyerId: number, headers) =>
    api.storefront.POST("/api/v2/storefront/sponsored-buyers/{buyerId}/approve", { headers, ...path(buyerId) }),
  );
  const again = useWrite((buyerId: number, headers) =>
    api.storefront.POST("/api/v2/storefront/sponsored-buyers/{buyerId}/reactivate", { headers, ...path(buyerId) }),
  );
  const suspend = useWrite(
    (buyerId: number, headers) =>
      api.storefront.POST("/api/v2/storefront/sponsored-buyers/{buyerId}/suspend", { headers, ...path(buyerId) }),
    () => setChosen(null),
  );
  const error = approve.error ?? again.error;
  const action = (buyer: Buyer) => {
    const { buyerCustomerId: id, status } = buyer;
    if (status === "pending")
      return (
        <Button weight="primary" onClick={() => approve.write(id)}>
          {words.approve}
        </Button>
      );
    if (status === "suspended") return <Button onClick={() => again.write(id)}>{words.again}</Button>;
    return <Button onClick={() => setChosen(buyer)}>{words.suspend}</Button>;
  };
  return (
    <Section title={words.sponsored} flush>
      {error && <Failure error={error} />}
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
                { head: words.policy, cell: action, action: true },
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
