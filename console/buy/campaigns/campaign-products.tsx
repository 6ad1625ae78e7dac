import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Loaded } from "../../components/failure.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { Money, Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import type { Shown } from "./campaign.tsx";

const words = buy.campaign;

export function CampaignProducts({ campaign: { campaignId, budget, revision } }: { readonly campaign: Shown }) {
  const params = { path: { campaignId } };
  const answer = useAnswer(["campaign", campaignId, "products", revision], () =>
    api.buyer.GET("/api/v2/buyer/campaigns/{campaignId}/products", { params }),
  );
  return (
    <Section title={words.products} flush>
      <Loaded of={answer}>
        {({ products }) =>
          products.length === 0 ? (
            <p className="px-4 py-4 text-muted">{words.executeNone}</p>
          ) : (
            <Table
              label={words.products}
              rows={products}
              keyOf={({ productId, salesAgentId }) => `${salesAgentId} ${productId}`}
              columns={[
                { head: words.product, cell: ({ productName }) => <Name>{productName}</Name> },
                { head: words.seller, cell: ({ salesAgentName }) => <Name>{salesAgentName}</Name> },
                {
                  head: words.bought,
                  cell: ({ mediaBuys: [bought] }) =>
                    bought ? <State code={bought.status} /> : <State code="DRAFT" label={words.pending} />,
                },
                {
                  head: words.price,
                  cell: ({ bidPrice }) => <Money amount={bidPrice} currency={budget.currency} />,
                  figures: true,
                  roomy: true,
                },
                {
                  head: words.share,
                  cell: ({ budget: share }) => <Money amount={share} currency={budget.currency} />,
                  figures: true,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
