import {
  type Incompleteness,
  type PricingOption,
  type Product,
  SellerRefused,
  type SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";

export type CallOutcome = "completed" | "rejected" | "failed" | "timeout" | "skipped";

/** A request to the agent behind a source, and its result. */
export interface NewSourceCall {
  /** The id of the source, or its number. */
  readonly source: string | number;
  /** In AdCP's words. */
  readonly tool: "get_products" | "create_media_buy" | "get_media_buy_delivery";
  readonly origin: "live_demand" | "sandbox_test";
  readonly outcome: CallOutcome;
  /** It requested the whole catalogue, so that the answer can be counted as such. */
  readonly whole?: boolean;
  /** It was asked without a brief. */
  readonly wholesale?: boolean;
  readonly productCount?: number | null;
  /** How many of its products the storefront showed. */
  readonly visibleCount?: number | null;
  /** How many of its products have a price in each currency. */
  readonly currencies?: Readonly<Record<string, number>> | null;
  readonly tookMs?: number | null;
  /** Of another request than the one that writes it down. */
  readonly requestId?: string;
  /** Why nothing came: timeout, refused, unreachable, malformed, not_connected, not_active. */
  readonly cause?: string | null;
  readonly detail?: string | null;
}

export interface SourceCall extends Required<Omit<NewSourceCall, "source">> {
  readonly callId: number;
  readonly requestId: string;
  readonly at: Date;
}

/** What is known of a source's calls without a look at all of them; each undefined before there was such a one. */
export interface NewestCalls {
  /** Of `get_products` and of delivery reports: the newest, the one before it, and the newest that went well. */
  readonly inventory: Observed;
  readonly reporting: Observed;
  readonly catalogue: SourceCall | undefined;
  readonly wholesale: SourceCall | undefined;
}

export interface Observed {
  readonly newest: SourceCall | undefined;
  readonly before: SourceCall | undefined;
  readonly ok: SourceCall | undefined;
}

const OUTCOMES: Readonly<Record<Incompleteness["reason"], CallOutcome>> = {
  timeout: "timeout",
  refused: "rejected",
  unreachable: "failed",
  malformed: "failed",
  not_connected: "skipped",
  not_active: "skipped",
  filtered: "completed",
};

export function outcomeFor(reason: Incompleteness["reason"]): CallOutcome {
  return OUTCOMES[reason];
}

export function outcomeOfFailure(failure: SellerRefused | SellerUnreachable): CallOutcome {
  if (failure instanceof SellerRefused) return "rejected";
  return failure.reason === "timeout" ? "timeout" : "failed";
}

/** In how many of the products each currency is a price's. */
export function currenciesOf(products: readonly Pick<Product, "pricingOptions">[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { pricingOptions } of products)
    for (const currency of new Set(pricingOptions.map((option: PricingOption) => option.currency)))
      counts[currency] = (counts[currency] ?? 0) + 1;
  return counts;
}
