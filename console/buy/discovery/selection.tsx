import { useNavigate } from "@tanstack/react-router";
import { type Buyer, dataOf } from "#client";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Field, Form, type Typed } from "../../components/form.tsx";
import { moneyOf } from "../../components/format.ts";
import { type Address, useAddress } from "../../components/list.tsx";
import { Section } from "../../components/page.tsx";
import { Name } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import type { Picking } from "./offers.tsx";

type Selections = Buyer["schemas"]["Selections"];

const words = buy.discovery;

interface SelectionProps {
  readonly chosen: Selections;
  readonly picking: Picking;
}

/** The selection, its budgets with their total, and the resulting campaign. */
export function Selection({ chosen, picking }: SelectionProps) {
  const [address] = useAddress();
  const sum = chosen.products.reduce((total, { budget = 0 }) => total + budget, 0);
  const left = Number(address.budget ?? 0) - sum;
  const { currency } = chosen.budgetContext;
  return (
    <Section title={words.selection}>
      {chosen.products.length === 0 ? (
        <p className="text-muted">{words.selectionEmpty}</p>
      ) : (
        <div className="space-y-4">
          <ul className="divide-y divide-line">
            {chosen.products.map((product) => (
              <Line key={`${product.productId} ${product.budget ?? ""}`} product={product} picking={picking} />
            ))}
          </ul>
          <p className={left < 0 ? "font-medium text-bad" : "text-muted"} role="status">
            {left < 0 ? words.over(moneyOf(-left, currency)) : words.left(moneyOf(left, currency))}
          </p>
          <CreateCampaign discoveryId={chosen.discoveryId} address={address} />
        </div>
      )}
    </Section>
  );
}

function Line({ product, picking }: { readonly product: Selections["products"][number]; readonly picking: Picking }) {
  const { productId, salesAgentId, pricingOptionId, name, salesAgentName, budget, currency } = product;
  const change = (value: string) => {
    if (Number(value) > 0 && Number(value) !== budget)
      picking.add({ productId, salesAgentId, pricingOptionId }, Number(value));
  };
  return (
    <li className="space-y-1 py-3 first:pt-0">
      <p className="font-medium">
        <Name lines={1}>{name}</Name>
      </p>
      <p className="text-sm text-muted">
        <Name lines={1}>{salesAgentName}</Name>
      </p>
      <span className="flex items-center gap-2">
        <input
          type="number"
          min="0"
          defaultValue={budget}
          aria-label={`${words.share}: ${name}`}
          onBlur={({ target }) => change(target.value)}
          className="min-h-8 w-28 rounded-md border border-strong-line bg-surface px-2 text-end"
        />
        <span className="text-sm text-muted">{currency}</span>
        <span className="ms-auto">
          <Button weight="quiet" onClick={() => picking.remove(productId)} aria-label={`${words.remove}: ${name}`}>
            {words.remove}
          </Button>
        </span>
      </span>
    </li>
  );
}

const FIELDS = ["name", "budget.total", "flightDates.startDate", "flightDates.endDate"];

function CreateCampaign({ discoveryId, address }: { readonly discoveryId: string; readonly address: Address }) {
  const navigate = useNavigate();
  const create = useWrite(
    ({ name = "" }: Typed, headers) =>
      dataOf(api.buyer.POST("/api/v2/buyer/campaigns", { headers, body: planOf(name, discoveryId, address) })),
    ({ campaign: { campaignId } }) => void navigate({ to: "/buy/campaigns/$campaignId", params: { campaignId } }),
  );
  return (
    <Form onSubmit={create.write} write={create} action={words.create} fields={FIELDS}>
      {(errorOf) => <Field name="name" label={words.campaignName} error={errorOf("name")} />}
    </Form>
  );
}

function planOf(
  name: string,
  discoveryId: string,
  { advertiser = "", brief, budget = "0", start = "", end = "" }: Address,
) {
  return {
    name,
    advertiserId: advertiser,
    discoveryId,
    flightDates: { startDate: `${start}T00:00:00Z`, endDate: `${end}T00:00:00Z` },
    budget: { total: Number(budget) },
    ...(brief && { brief }),
  };
}
