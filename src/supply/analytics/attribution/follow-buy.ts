import type { OutcomeEvent } from "../facts/fact.ts";

/** The attribution of a media buy after some of its events. */
export interface Attribution {
  /** Null while no run matches. */
  readonly runId: string | null;
  /** The products that the buy last held; null until an event names them. */
  readonly products: readonly string[] | null;
  readonly matchedProductIds: readonly string[];
}

export const UNATTRIBUTED: Attribution = { runId: null, products: null, matchedProductIds: [] };

/** A run, and those of a buy's products that it showed. */
export interface Match {
  readonly runId: string;
  readonly matchedProductIds: readonly string[];
}

/** What has to be looked up about runs before an event can be followed. */
export interface Lookup {
  /** The buy's current run, with the products that it showed; undefined if the buy has none. */
  readonly present: Match | undefined;
  /** The run that fits the event best. */
  readonly best: Match | undefined;
}

/**
 * Whether an event changes the buy's products, so that its run has to be looked up again. Any other event leaves the
 * attribution as it is.
 */
export function isNews({ products }: Attribution, { productIds }: Pick<OutcomeEvent, "productIds">): boolean {
  if (productIds === null) return false;
  const known = new Set(products);
  return products === null || known.size !== new Set(productIds).size || productIds.some((id) => !known.has(id));
}

/**
 * The attribution after an event that changes the buy's products: the buy stays with its run as long as that run showed
 * any of them, and otherwise moves to the run that fits best.
 */
export function followed(before: Attribution, products: readonly string[], { present, best }: Lookup): Attribution {
  const match = present && present.matchedProductIds.length > 0 ? present : best;
  return match ? { ...match, products } : { ...before, products };
}
