import { Button } from "../../components/button.tsx";
import { Table } from "../../components/table.tsx";
import { Money, Name, State } from "../../components/values.tsx";
import { buy } from "../../messages/buy.ts";
import { stateWord } from "../../messages/shared.ts";
import type { Chosen, Product } from "./results.tsx";

const words = buy.discovery;

/** The selection, and how to change it. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly add: (product: Chosen, budget?: number) => void;
  readonly remove: (productId: string) => void;
}

interface OffersProps {
  readonly label: string;
  readonly products: readonly Product[];
  /** By seller and product. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly picking: Picking;
}

/** A storefront's products: what each one is, why it fits, and its price. */
export function Offers({ label, products, ranks, picking }: OffersProps) {
  const keyOf = ({ productId, salesAgentId }: Product) => `${salesAgentId} ${productId}`;
  return (
    <Table
      label={label}
      rows={products}
      keyOf={keyOf}
      columns={[
        { head: buy.campaign.product, cell: (product) => <What product={product} rank={ranks.get(keyOf(product))} /> },
        { head: words.why, cell: (product) => <Why product={product} /> },
        { head: words.price, cell: (product) => <Price product={product} />, figures: true },
        { head: words.pick, cell: (product) => <Pick product={product} picking={picking} />, figures: true },
      ]}
    />
  );
}

function What({ product, rank }: { readonly product: Product; readonly rank: number | undefined }) {
  const { name, channels, deliveryType, formatTypes } = product;
  return (
    <div className="min-w-40">
      <p className="font-medium">
        <Name>{name}</Name>
      </p>
      <p className="text-sm text-muted">
        {[
          ...(rank === undefined ? [] : [words.rank(rank)]),
          ...channels.map(stateWord),
          words.delivery[deliveryType] ?? deliveryType,
        ].join(" · ")}
      </p>
      {formatTypes.length > 0 && <p className="text-sm text-muted">{formatTypes.join(", ")}</p>}
    </div>
  );
}

const FIT_STATE: Readonly<Record<string, string>> = { strong: "pass", fair: "pending", weak: "DRAFT", none: "DRAFT" };

function Why({ product: { relevance, briefRelevance, sellerRationale } }: { readonly product: Product }) {
  return (
    <div className="max-w-sm min-w-40 space-y-1 text-sm">
      {relevance && (
        <State code={FIT_STATE[relevance.fit] ?? "DRAFT"} label={words.fit[relevance.fit] ?? relevance.fit} />
      )}
      {relevance && <p className="line-clamp-4">{briefRelevance}</p>}
      {sellerRationale && (
        <p className="text-muted">
          {words.sellerSays} <Name>{sellerRationale}</Name>
        </p>
      )}
    </div>
  );
}

function Price({ product: { cpm, currency, pricingOptions } }: { readonly product: Product }) {
  const [option] = pricingOptions;
  const amount = cpm ?? option?.fixedPrice ?? option?.floorPrice;
  if (amount === undefined) return words.onRequest;
  return (
    <div>
      <Money amount={amount} currency={currency ?? option?.currency} />
      <span className="block text-sm text-muted">{option?.pricingModel.toUpperCase() ?? words.cpm}</span>
    </div>
  );
}

function Pick({ product, picking }: { readonly product: Product; readonly picking: Picking }) {
  const { productId, salesAgentId, pricingOptions, availability, name } = product;
  const [option] = pricingOptions;
  if (!availability.canBuy || !option)
    return <span className="text-sm text-muted">{availability.message ?? words.cannotBuy}</span>;
  if (picking.picked.has(productId))
    return (
      <Button disabled={picking.busy} onClick={() => picking.remove(productId)} aria-label={`${words.remove}: ${name}`}>
        {words.remove}
      </Button>
    );
  return (
    <Button
      weight="primary"
      disabled={picking.busy}
      onClick={() => picking.add({ productId, salesAgentId, pricingOptionId: option.pricingOptionId })}
      aria-label={`${words.pick}: ${name}`}
    >
      {words.pick}
    </Button>
  );
}
