import type { OutcomeEvent } from "../facts/fact.ts";

/** What a media buy is put down to, after some of its events. */
export interface Attribution {
  /** Null while no run matches. */
  readonly runId: string | null;
  /** The products it was last known to hold; null while none were told. */
  readonly products: readonly string[] | null;
  readonly matchedProductIds: readonly string[];
}

export const UNATTRIBUTED: Attribution = { runId: null, products: null, matchedProductIds: [] };

/** A run and the products of a buy that it showed. */
export interface Match {
  readonly runId: string;
  readonly matchedProductIds: readonly string[];
}

/** What has to be known of runs before an event can be followed. */
export interface Lookup {
  /** Which of the products the buy's present run showed; undefined where it has none. */
  readonly present: Match | undefined;
  /** The run that fits the event best. */
  readonly best: Match | undefined;
}

/** Whether an event makes a buy's run to be looked for. Otherwise the buy stays where it is, whatever comes. */
export function isNews({ products }: Attribution, { productIds }: Pick<OutcomeEvent, "productIds">): boolean {
  if (productIds === null) return false;
  const known = new Set(products);
  return products === null || known.size !== new Set(productIds).size || productIds.some((id) => !known.has(id));
}

/** Where a buy stands after an event that is news: with its run as long as that showed any of it, or with the best there is. */
export function followed(before: Attribution, products: readonly string[], { present, best }: Lookup): Attribution {
  const match = present && present.matchedProductIds.length > 0 ? present : best;
  return match ? { ...match, products } : { ...before, products };
}
