import { lazily } from "../../../ground/caches/index.ts";
import { compare } from "../../../ground/kernel/money.ts";
import type { Product, Proposal } from "../../../ground/seller-agent/index.ts";
import type { Exclusion } from "../../rules/index.ts";
import type { ComposedProduct, CompositionInput } from "../composition.ts";
import { concede } from "./concede.ts";
import type { Placed } from "./placed.ts";
import { selectBest } from "./select-best.ts";
import type { Stance } from "./stance.ts";
import { composeTiers } from "./tiers.ts";

export interface StanceResult {
  readonly products: readonly ComposedProduct[];
  readonly exclusions: readonly Exclusion[];
  readonly tiers: readonly Proposal[];
}

/** Applies a posture to products that have passed the policy and the rules and been ranked for the brief. */
export function applyStance(placed: readonly Placed[], input: CompositionInput): StanceResult {
  const { stance, buyingMode } = input;
  if (!stance || buyingMode === "wholesale" || input.mode === "passthrough") return unchanged(placed);
  const ordered = stance.posture === "price_first" ? cheapestFirst(placed, input.currency) : placed;
  const { kept, exclusions } = buyingMode === "brief" ? cut(ordered, stance, input) : { kept: ordered, exclusions: [] };
  const products = kept.map((one, place) => posed(one, place, stance, input));
  const tiers = stance.posture === "tradeoff_ladder" ? composeTiers(products, input.currency) : [];
  return { products, exclusions, tiers };
}

function unchanged(placed: readonly Placed[]): StanceResult {
  return { products: placed.map(({ composed }) => composed), exclusions: [], tiers: [] };
}

/** Moves the cheapest variant that meets the brief to the front; the others keep their order. */
function cheapestFirst(placed: readonly Placed[], wanted: string | null): readonly Placed[] {
  const meeting = placed.filter(({ composed }) => composed.relevance === null || composed.relevance.score > 0);
  const priced = meeting.flatMap((one) => {
    const price = fixedPriceOf(one.composed, wanted);
    return price ? [{ one, ...price }] : [];
  });
  // Amounts in different currencies or pricing models cannot be compared, so only prices like the first product's are.
  const [first] = priced;
  const alike = priced.filter(({ currency, model }) => currency === first?.currency && model === first.model);
  const [cheapest] = alike.toSorted((a, b) => compare(a.price, b.price));
  return cheapest ? [cheapest.one, ...placed.filter((one) => one !== cheapest.one)] : placed;
}

function fixedPriceOf({ quotes }: ComposedProduct, wanted: string | null) {
  const options = quotes.flatMap(({ option }) => (option.fixedPrice === null ? [] : [option]));
  const [option] = options.filter(({ currency }) => wanted === null || currency === wanted);
  return option?.fixedPrice && { price: option.fixedPrice, currency: option.currency, model: option.pricingModel };
}

function cut(placed: readonly Placed[], { mostProducts }: Stance, { sources }: CompositionInput) {
  if (mostProducts === null) return { kept: placed, exclusions: [] };
  const kept = selectBest(placed, mostProducts, sources);
  const reason = `the answer is limited to ${mostProducts} products`;
  const exclusions = placed
    .filter((one) => !kept.includes(one))
    .map(
      ({ composed }): Exclusion => ({
        productId: composed.product.productId,
        by: "product_count",
        ruleId: null,
        reason,
      }),
    );
  return { kept, exclusions };
}

function posed(one: Placed, place: number, { posture, concessions }: Stance, input: CompositionInput): ComposedProduct {
  const { composed } = one;
  const percent = concessions[composed.sourceId] ?? "0";
  const discount = input.discounts[composed.sourceId] ?? "0";
  const conceded = (forVolume: boolean) =>
    one.source.pricingOptions.map((option) => concede(option, discount, one.floors, { percent, forVolume }));
  switch (posture) {
    case "hold_value":
      return withEvidence(composed);
    case "value_preserving_compromise":
      return withQuotes(composed, [...composed.quotes, ...conceded(true).filter((quote) => quote !== undefined)]);
    case "price_first":
      return place === 0 ? leading(composed, conceded(false)) : composed;
    default:
      return composed;
  }
}

/** A lowered price replaces the original one. */
function leading(composed: ComposedProduct, conceded: readonly (ComposedProduct["quotes"][number] | undefined)[]) {
  // If every price of the product was quoted, each conceded price takes its original position.
  if (composed.quotes.length !== conceded.length) return composed;
  return withQuotes(
    composed,
    composed.quotes.map((quote, index) => conceded[index] ?? quote),
  );
}

function withQuotes(composed: ComposedProduct, quotes: ComposedProduct["quotes"]): ComposedProduct {
  return { ...composed, quotes, product: { ...composed.product, pricingOptions: quotes.map(({ option }) => option) } };
}

/** Adds arguments for a price: only facts about the product, and nothing about other buyers. */
function withEvidence(composed: ComposedProduct): ComposedProduct {
  const { product, relevance } = composed;
  const said = product.briefRelevance ?? (relevance && relevance.score > 0 ? relevance.why : null);
  const evidence = evidenceOf(product);
  const briefRelevance = [said, evidence].filter((part) => part !== null).join(" ") || null;
  return { ...composed, product: { ...product, briefRelevance } };
}

const counts = lazily(() => new Intl.NumberFormat("en"));

function evidenceOf({ deliveryType, publisherProperties, estimatedExposures, formatIds }: Product): string | null {
  const publishers = new Set(publisherProperties.map(({ publisherDomain }) => publisherDomain)).size;
  const facts = [
    deliveryType === "guaranteed" && "delivery is guaranteed",
    estimatedExposures !== null && `${counts().format(estimatedExposures)} exposures are estimated`,
    publishers > 1 && `it runs at ${publishers} publishers`,
    formatIds.length > 1 && `it accepts ${formatIds.length} formats`,
  ].filter((fact) => fact !== false);
  return facts.length === 0 ? null : `What its price includes: ${facts.join(", ")}.`;
}
