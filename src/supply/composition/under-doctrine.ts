import type { Exclusion } from "../rules/index.ts";
import type { ComposedProduct, CompositionInput } from "./composition.ts";

/**
 * Applies the operating instructions to the products for a brief. If the best product fits well enough, all are
 * pitched; if it nearly fits, only the best are offered as a counter-offer; otherwise none are. The wholesale catalogue
 * is never reduced.
 */
export function underDoctrine<P extends ComposedProduct>(
  products: readonly P[],
  { doctrine, buyingMode, mode }: CompositionInput,
): { readonly kept: readonly P[]; readonly passed: readonly Exclusion[] } {
  const isRanked = products.some(({ relevance }) => relevance !== null);
  if (!doctrine || buyingMode !== "brief" || mode === "passthrough" || !isRanked) return { kept: products, passed: [] };
  const fitOf = ({ relevance }: P) => relevance?.score ?? 0;
  const { minimumCategoryFit: pitchAt, counterAppetite } = doctrine;
  const best = Math.max(0, ...products.map(fitOf));
  if (best >= pitchAt) return { kept: products, passed: [] };
  const counterAt = pitchAt * (1 - counterAppetite);
  const isKept = (one: P) => best >= counterAt && best > 0 && fitOf(one) === best;
  const reason = best >= counterAt && best > 0 ? COUNTERED : PASSED;
  return {
    kept: products.filter(isKept),
    passed: products
      .filter((one) => !isKept(one))
      .map(({ product: { productId } }) => ({ productId, by: "operating_instructions", ruleId: null, reason })),
  };
}

const COUNTERED = "too little fits the brief to pitch in full: it was countered with what fits best";
const PASSED = "too little fits the brief to pitch for it";
