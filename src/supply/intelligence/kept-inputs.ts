import { storableJson } from "../../ground/db/index.ts";
import type { Product } from "../../ground/seller-agent/index.ts";
import type { CompositionInput } from "../composition/index.ts";

/**
 * What is stored of a composition's input: its rules are stored in their version, and proposals do not affect products.
 */
export type KeptInputs = Omit<CompositionInput, "rules">;

/**
 * Beyond this a run is stored without its input: a catalogue of thousands, requested every minute, is gigabytes per
 * day.
 */
const MOST_CHARACTERS = 128 * 1024;

/** As JSON; null if it exceeds the limit. */
export function keepInputs(composed: CompositionInput): string | null {
  const { rules: _, ...input } = composed;
  const count = input.sources.reduce((sum, { products }) => sum + products.length, 0);
  // Whatever says so little is no product: what cannot fit is not made into text to find that out.
  if (count * 200 > MOST_CHARACTERS) return null;
  const sources = input.sources.map((source) => ({ ...source, products: source.products.map(lean), proposals: [] }));
  const text = storableJson({ ...input, sources } satisfies KeptInputs);
  return text.length > MOST_CHARACTERS ? null : text;
}

/** Without what nothing is decided by. */
function lean(product: Product): Product {
  const { forecast: _, card: __, cardDetailed: ___, ...rest } = product;
  return rest;
}
