import type { ReactNode } from "react";
import type { Storefront } from "#client";
import { Code } from "../../components/as-api.tsx";
import { Facts } from "../../components/page.tsx";
import { Flight, Identifier, Money, Name } from "../../components/values.tsx";
import { sell } from "../../messages/sell.ts";

const words = sell.approvals;

type Payload = Readonly<Record<string, unknown>>;

interface AskedProps {
  readonly payload: Payload;
  /** For a media buy: what it would book, as the storefront stores it. */
  readonly bought?: Packages | undefined;
}

type Packages = Storefront["schemas"]["StorefrontMediaBuy"]["packages"];

/** What a buyer sent: relevant data as facts, everything else behind a summary. Nothing of it is run or loaded. */
export function Asked({ payload, bought }: AskedProps) {
  const facts = [...factsIn(payload), ...(bought ? [[words.products, <Bought packages={bought} />] as const] : [])];
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
  const domain = textOf((brand as Payload | undefined)?.domain);
  const facts = [
    [words.name, textOf(name) && <Name>{textOf(name)}</Name>],
    [words.brand, domain && <Name>{domain}</Name>],
    [words.flight, isMoment(from) && isMoment(to) && <Flight from={from} to={to} />],
    // If a buyer has no order number, its reference is shown instead.
    [words.purchaseOrder, purchaseOrder !== own && textOf(purchaseOrder) && <Name>{textOf(purchaseOrder)}</Name>],
  ] as const;
  return facts.filter(([, value]) => Boolean(value));
}

function Bought({ packages }: { readonly packages: Packages }) {
  return (
    <ul>
      {packages.slice(0, 8).map(({ packageId, productId, budget, currency }) => (
        <li key={packageId}>
          <Identifier>{productId}</Identifier>
          <span className="text-sm text-muted">
            <Money amount={budget} currency={currency} />
          </span>
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
