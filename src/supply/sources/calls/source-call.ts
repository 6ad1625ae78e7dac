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
  /** The source's id, or its number. */
  readonly source: string | number;
  /** AdCP's name of the tool. */
  readonly tool: "get_products" | "create_media_buy" | "get_media_buy_delivery";
  readonly origin: "live_demand" | "sandbox_test";
  readonly outcome: CallOutcome;
  /** Whether it requested the whole catalogue, so that the answer can be counted as such. */
  readonly whole?: boolean;
  /** Whether it was a wholesale request, without a brief. */
  readonly wholesale?: boolean;
  readonly productCount?: number | null;
  /** How many of its products the storefront showed. */
  readonly visibleCount?: number | null;
  /** How many of its products have a price in each currency. */
  readonly currencies?: Readonly<Record<string, number>> | null;
  readonly tookMs?: number | null;
  /** The id of the original request, if it is not the one that records the call. */
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

/**
 * The newest calls to a source, stored so that they can be read without scanning all calls; each is undefined until
 * there is such a call.
 */
export interface NewestCalls {
  /** For `get_products` and for delivery reports: the newest call, the one before it, and the newest successful one. */
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

/** How many of the products have a price in each currency. */
export function currenciesOf(products: readonly Pick<Product, "pricingOptions">[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { pricingOptions } of products)
    for (const currency of new Set(pricingOptions.map((option: PricingOption) => option.currency)))
      counts[currency] = (counts[currency] ?? 0) + 1;
  return counts;
}
