import { storableJson } from "../../ground/db/index.ts";
import type { Product } from "../../ground/seller-agent/index.ts";
import type { CompositionInput } from "../composition/index.ts";

/** The stored part of a composition's input: rules are stored with their version, and proposals do not affect products. */
export type StoredInputs = Omit<CompositionInput, "rules">;

/**
 * If the input is longer, the run is stored without it: a catalogue of thousands of products, requested every minute,
 * would be gigabytes per day.
 */
const MOST_CHARACTERS = 128 * 1024;

/** The input as JSON; null if it exceeds the limit. */
export function saveInputs(composed: CompositionInput): string | null {
  const { rules: _, ...input } = composed;
  const count = input.sources.reduce((sum, { products }) => sum + products.length, 0);
  // A product takes at least 200 characters, so this avoids serialising an input that cannot fit.
  if (count * 200 > MOST_CHARACTERS) return null;
  const sources = input.sources.map((source) => ({ ...source, products: source.products.map(lean), proposals: [] }));
  const text = storableJson({ ...input, sources } satisfies StoredInputs);
  return text.length > MOST_CHARACTERS ? null : text;
}

/** Without the fields on which no decision depends. */
function lean(product: Product): Product {
  const { forecast: _, card: __, cardDetailed: ___, ...rest } = product;
  return rest;
}
