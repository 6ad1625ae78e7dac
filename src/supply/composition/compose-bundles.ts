import { add, compare, type Decimal, minorDigits, ratio, times } from "../../ground/kernel/money.ts";
import type { PricingOption, ProductsAnswer, Proposal, Refinement } from "../../ground/seller-agent/index.ts";
import type { Bundle, Exclusion } from "../rules/index.ts";
import type { ComposedProduct, CompositionInput } from "./composition.ts";

/** No source's id starts with this, which marks a bundle as the storefront's own proposal. */
const PREFIX = "@bundle:";

interface Bundles {
  readonly proposals: readonly Proposal[];
  readonly exclusions: readonly Exclusion[];
}

/**
 * The bundles that the rules define, as proposals. A proposal is AdCP's concept for a budget shared among products, so
 * each part is bought from its source as usual, and the parts add up to the budget exactly. The wholesale catalogue has
 * no bundles.
 */
export function composeBundles(products: readonly ComposedProduct[], input: CompositionInput): Bundles {
  if (input.buyingMode === "wholesale") return { proposals: [], exclusions: [] };
  const known = new Map(products.map((one) => [one.product.productId, one]));
  const bundles = input.rules
    .filter((rule) => rule.kind === "bundle")
    .map((bundle) => composeBundle(bundle, known, input.currency));
  return {
    proposals: bundles.filter((bundle) => "proposalId" in bundle),
    exclusions: bundles.filter((bundle) => "reason" in bundle),
  };
}

function composeBundle(
  bundle: Bundle,
  known: ReadonlyMap<string, ComposedProduct>,
  wanted: string | null,
): Proposal | Exclusion {
  const { ruleId, name, description, parts } = bundle;
  const proposalId = `${PREFIX}${ruleId}`;
  const without = (reason: string): Exclusion => ({ productId: proposalId, by: "product_rules", ruleId, reason });
  const absent = parts.find(({ productId }) => !known.has(productId));
  if (absent) return without(`its part ${absent.productId} is not among the products`);
  const fixed = parts.map(({ productId }) => fixedPricesOf(known.get(productId)));
  const currency = currencyOf(fixed, wanted);
  if (currency === undefined) return without("its parts have no fixed price in one currency");
  const chosen = parts.map((part, index) => ({
    ...part,
    option: fixed[index]?.find((one) => one.currency === currency),
  }));
  return {
    proposalId,
    name,
    description,
    allocations: chosen.map(({ productId, share, option }) => ({
      productId,
      allocationPercentage: share,
      pricingOptionId: option?.pricingOptionId ?? null,
      rationale: null,
    })),
    expiresAt: null,
    budgetGuidance: { currency, min: leastBudget(chosen, currency), recommended: null, max: null },
  };
}

/** Only fixed prices, because a proposal is bought without a bid. */
function fixedPricesOf(composed: ComposedProduct | undefined): readonly PricingOption[] {
  return composed?.product.pricingOptions.filter(({ fixedPrice }) => fixedPrice !== null) ?? [];
}

function currencyOf(fixed: readonly (readonly PricingOption[])[], wanted: string | null): string | undefined {
  const [first = []] = fixed;
  const shared = first
    .map(({ currency }) => currency)
    .filter((currency) => fixed.every((options) => options.some((option) => option.currency === currency)));
  return wanted === null ? shared[0] : shared.find((currency) => currency === wanted);
}

type Chosen = Bundle["parts"][number] & { readonly option: PricingOption | undefined };

/** With a smaller budget, some part would get less than the minimum spend of its price. */
function leastBudget(parts: readonly Chosen[], currency: string): Decimal | null {
  const digits = minorDigits(currency);
  const least = parts.flatMap(({ share, option }) => {
    if (!option?.minSpendPerPackage) return [];
    const budget = ratio(times(option.minSpendPerPackage, "100"), share, digits) ?? "0";
    const isShort = compare(times(budget, share), times(option.minSpendPerPackage, "100")) < 0;
    return [isShort ? add(budget, `1e-${digits}`) : budget];
  });
  return least.toSorted(compare).at(-1) ?? null;
}

/** The results of refining bundles, which no source knows: they can only be accepted or refused as they are. */
export function refineBundles(refine: readonly Refinement[], answer: ProductsAnswer): ProductsAnswer {
  const omitted = new Set(refine.flatMap((entry) => (bundleIn(entry) && isOmission(entry) ? bundleIn(entry) : [])));
  const offered = new Set(answer.proposals.map(({ proposalId }) => proposalId));
  return {
    ...answer,
    proposals: answer.proposals.filter(({ proposalId }) => !omitted.has(proposalId)),
    refinementsApplied: answer.refinementsApplied.map((applied, position) => {
      const entry = refine[position];
      const bundle = entry && bundleIn(entry);
      if (!entry || !bundle || !offered.has(bundle)) return applied;
      if (entry.ask === undefined) return { status: "applied" };
      return { status: "partial", notes: "a bundle can only be bought as a whole" };
    }),
  };
}

function bundleIn(entry: Refinement): string | undefined {
  return entry.scope === "proposal" && entry.proposalId.startsWith(PREFIX) ? entry.proposalId : undefined;
}

function isOmission(entry: Refinement): boolean {
  return entry.scope === "proposal" && entry.action === "omit";
}
