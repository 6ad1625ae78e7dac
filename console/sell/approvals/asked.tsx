import type { ReactNode } from "react";
import { Code } from "../../components/as-api.tsx";
import { countOf } from "../../components/format.ts";
import { Facts } from "../../components/page.tsx";
import { Flight, Name } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.approvals;

type Payload = Readonly<Record<string, unknown>>;

/** What a buyer sent: relevant data as facts, everything else behind a summary. Nothing of it is run or loaded. */
export function Asked({ payload }: { readonly payload: Payload }) {
  const facts = factsIn(payload);
  return (
    <>
      {facts.length > 0 && <Facts facts={facts} />}
      <details>
        <summary className="text-sm text-muted">{words.asked}</summary>
        <Code text={JSON.stringify(payload, null, 2).slice(0, 20_000)} label={words.asked} />
      </details>
    </>
  );
}

function factsIn(payload: Payload): (readonly [string, ReactNode])[] {
  const { name, brand, po_number: purchaseOrder, buyer_ref: own, start_time: from, end_time: to } = payload;
  const packages = Array.isArray(payload.packages) ? (payload.packages as readonly Payload[]) : [];
  const domain = textOf((brand as Payload | undefined)?.domain);
  const facts = [
    [words.name, textOf(name) && <Name>{textOf(name)}</Name>],
    [words.brand, domain && <Name>{domain}</Name>],
    [words.flight, isMoment(from) && isMoment(to) && <Flight from={from} to={to} />],
    [words.products, packages.length > 0 && <Products packages={packages} />],
    // If a buyer has no order number, its reference is shown instead.
    [words.purchaseOrder, purchaseOrder !== own && textOf(purchaseOrder) && <Name>{textOf(purchaseOrder)}</Name>],
  ] as const;
  return facts.filter(([, value]) => Boolean(value));
}

function Products({ packages }: { readonly packages: readonly Payload[] }) {
  return (
    <ul>
      {packages.slice(0, 8).map(({ product_id: product, budget }, at) => (
        <li key={`${textOf(product)} ${at}`}>
          <Name lines={1}>{textOf(product)}</Name>
          {typeof budget === "number" && <span className="text-sm text-muted">{words.budgetOf(countOf(budget))}</span>}
        </li>
      ))}
    </ul>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isMoment(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
