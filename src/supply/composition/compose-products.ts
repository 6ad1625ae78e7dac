import { rankProducts } from "../../ground/ranking/rank-products.ts";
import { type Candidate, type Exclusion, type RuledCandidate, underRules } from "../rules/index.ts";
import { composeBundles } from "./compose-bundles.ts";
import type { ComposedProduct, Composition, CompositionInput } from "./composition.ts";
import { joinProductId } from "./product-id.ts";
import { isOn, quoteOption } from "./quote-option.ts";
import { quoteProposals } from "./quote-proposals.ts";
import { underDoctrine } from "./under-doctrine.ts";

/**
 * What a buyer is shown of what the sources said: policy, then rules, then prices, then the brief. A storefront that passes one
 * source on applies neither its rules nor a rank. The same input gives the same products, in the same order.
 */
export async function composeProducts(input: CompositionInput): Promise<Composition> {
  const ownWords = input.mode === "passthrough";
  const { offered, withheld } = underPolicy(candidatesOf(input), input.withheld);
  const ruled = underRules(offered, ownWords ? [] : input.rules);
  const { priced, free } = quoteAll(ruled.products, input);
  const ranked = ownWords ? priced : await byBrief(priced, input.brief);
  const { kept: products, passed } = underDoctrine(ranked, input);
  const exclusions = [...withheld, ...ruled.exclusions, ...free, ...passed];
  const bundles = ownWords ? { proposals: [], exclusions: [] } : composeBundles(products, input);
  return {
    products,
    proposals: [...quoteProposals(products, exclusions, input), ...bundles.proposals],
    exclusions: [...exclusions, ...bundles.exclusions],
  };
}

function candidatesOf({ sources }: CompositionInput): Candidate[] {
  return sources.flatMap(({ sourceId, products }) =>
    products.map((product) => ({
      sourceId,
      product: { ...product, productId: joinProductId(sourceId, product.productId) },
    })),
  );
}

function underPolicy(candidates: readonly Candidate[], blocked: readonly string[]) {
  const names = new Set(blocked);
  const isWithheld = ({ product }: Candidate) => names.has(product.productId);
  const withheld = candidates.filter(isWithheld).map(
    ({ product }): Exclusion => ({
      productId: product.productId,
      by: "acceptance_policy",
      ruleId: null,
      reason: "the acceptance policy names it",
    }),
  );
  return { offered: candidates.filter((candidate) => !isWithheld(candidate)), withheld };
}

function quoteAll(candidates: readonly RuledCandidate[], { discounts }: CompositionInput) {
  const priced: ComposedProduct[] = [];
  const free: Exclusion[] = [];
  for (const { sourceId, product, floors } of candidates) {
    const quotes = product.pricingOptions.flatMap(
      (option) => quoteOption(option, discounts[sourceId] ?? "0", floors) ?? [],
    );
    if (quotes.length > 0 || product.pricingOptions.length === 0) {
      const pricingOptions = quotes.map(({ option }) => option);
      priced.push({ sourceId, product: { ...product, pricingOptions }, quotes, relevance: null });
    } else {
      const ruleId =
        floors.find((floor) => product.pricingOptions.some((option) => isOn(floor, option)))?.ruleId ?? null;
      const reason = "it costs nothing, which no price floor can raise";
      free.push({ productId: product.productId, by: "product_rules", ruleId, reason });
    }
  }
  return { priced, free };
}

async function byBrief(products: readonly ComposedProduct[], brief: string | null): Promise<ComposedProduct[]> {
  const offers = products.map((one) => ({ ...one, salesAgentId: one.sourceId }));
  const ranked = await rankProducts(offers, brief ?? undefined);
  return ranked.map(({ sourceId, product, quotes, relevance }) => ({ sourceId, product, quotes, relevance }));
}
