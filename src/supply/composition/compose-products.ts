import { rankProducts } from "../../ground/ranking/rank-products.ts";
import type { Product } from "../../ground/seller-agent/index.ts";
import {
  type Candidate,
  type CandidateWithRules,
  type Exclusion,
  type PriceFloor,
  underRules,
} from "../rules/index.ts";
import { composeBundles } from "./compose-bundles.ts";
import type { ComposedProduct, Composition, CompositionInput } from "./composition.ts";
import { joinProductId } from "./product-id.ts";
import { isOn, quoteOption } from "./quote-option.ts";
import { quoteProposals } from "./quote-proposals.ts";
import type { Placed } from "./stance/placed.ts";
import { applyStance } from "./stance/take-stance.ts";
import { underDoctrine } from "./under-doctrine.ts";

/**
 * Composes what a buyer is shown from the sources' answers: applies the policy, then the rules, then prices, then the
 * brief. A storefront that passes one source through applies neither rules nor ranking. The same input always gives the
 * same products in the same order.
 */
export async function composeProducts(input: CompositionInput): Promise<Composition> {
  const ownWords = input.mode === "passthrough";
  const { offered, withheld } = underPolicy(candidatesOf(input), input.withheld);
  const ruled = underRules(offered, ownWords ? [] : input.rules);
  const { priced, free } = quoteAll(ruled.products, input);
  const ranked = ownWords ? priced : inOrder(await byBrief(priced, input.brief), input.order);
  const { kept, passed } = underDoctrine(ranked, input);
  const { products, exclusions: cut, tiers } = applyStance(kept.map(placed), input);
  const exclusions = [...withheld, ...ruled.exclusions, ...free, ...passed, ...cut];
  const bundles = ownWords ? { proposals: [], exclusions: [] } : composeBundles(products, input);
  return {
    products,
    proposals: [...quoteProposals(products, exclusions, input), ...bundles.proposals, ...tiers],
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

function quoteAll(candidates: readonly CandidateWithRules[], { discounts }: CompositionInput) {
  const priced: Priced[] = [];
  const free: Exclusion[] = [];
  for (const { sourceId, product, floors } of candidates) {
    const quotes = product.pricingOptions.flatMap(
      (option) => quoteOption(option, discounts[sourceId] ?? "0", floors) ?? [],
    );
    if (quotes.length > 0 || product.pricingOptions.length === 0) {
      const pricingOptions = quotes.map(({ option }) => option);
      priced.push({
        sourceId,
        product: { ...product, pricingOptions },
        quotes,
        relevance: null,
        asked: product,
        floors,
      });
    } else {
      const ruleId =
        floors.find((floor) => product.pricingOptions.some((option) => isOn(floor, option)))?.ruleId ?? null;
      const reason = "it costs nothing, which no price floor can raise";
      free.push({ productId: product.productId, by: "product_rules", ruleId, reason });
    }
  }
  return { priced, free };
}

/** A product with its price at the source and its price floors. */
type Priced = ComposedProduct & { readonly asked: Product; readonly floors: readonly PriceFloor[] };

function placed({ asked, floors, ...composed }: Priced): Placed {
  return { composed, source: asked, floors };
}

/** Orders the existing products; an id that names none of them adds nothing. */
function inOrder(products: readonly Priced[], order: readonly string[] | undefined): readonly Priced[] {
  if (!order) return products;
  const places = new Map(order.map((productId, place) => [productId, place]));
  const placeOf = ({ product }: Priced) => places.get(product.productId) ?? order.length;
  return products.toSorted((a, b) => placeOf(a) - placeOf(b));
}

async function byBrief(products: readonly Priced[], brief: string | null): Promise<Priced[]> {
  const offers = products.map((one) => ({ ...one, salesAgentId: one.sourceId }));
  const ranked = await rankProducts(offers, brief ?? undefined, { heedsDemands: true });
  return ranked.map((one) => {
    const { salesAgentId: _, ...priced } = one;
    return priced;
  });
}
