import { add, compare, type Decimal, split } from "../../../ground/kernel/money.ts";
import type { PricingOption, Proposal } from "../../../ground/seller-agent/index.ts";
import type { ComposedProduct } from "../composition.ts";

/** No source's id starts with this. */
const PREFIX = "@tier:";

/** From the smallest scope to the largest, with the number of products in each. */
const TIERS = [
  { id: "essential", name: "Essential", products: 1 },
  { id: "balanced", name: "Balanced", products: 2 },
  { id: "extended", name: "Extended", products: 3 },
  { id: "full", name: "Full", products: 5 },
] as const;

/** Two to four proposals that trade scope for price, each at the prices of its products; none if there is no choice. */
export function composeTiers(products: readonly ComposedProduct[], wanted: string | null): Proposal[] {
  const sold = products.flatMap(({ product, quotes }) => {
    const option = quotes.map((quote) => quote.option).find(({ fixedPrice }) => fixedPrice !== null);
    return option ? [{ productId: product.productId, option }] : [];
  });
  const currency = wanted ?? sold[0]?.option.currency;
  const alike = sold.filter(({ option }) => option.currency === currency);
  const tiers = TIERS.filter((_, index) => alike.length >= (TIERS[index - 1]?.products ?? 0) + 1);
  if (currency === undefined || tiers.length < 2) return [];
  return tiers.map((tier) => tierOf(tier, alike.slice(0, tier.products), currency));
}

interface Sold {
  readonly productId: string;
  readonly option: PricingOption;
}

function tierOf({ id, name }: (typeof TIERS)[number], parts: readonly Sold[], currency: string): Proposal {
  const shares = split(
    { amount: "100", currency: "USD" },
    parts.map(() => "1"),
  );
  return {
    proposalId: `${PREFIX}${id}`,
    name,
    description: `${parts.length} of the products that fit, each at its own price: more products cost more and reach more people.`,
    allocations: parts.map(({ productId, option }, index) => ({
      productId,
      allocationPercentage: shares[index] ?? "0",
      pricingOptionId: option.pricingOptionId,
      rationale: null,
      sequence: index + 1,
    })),
    expiresAt: null,
    budgetGuidance: { currency, min: leastOf(parts), recommended: null, max: null },
  };
}

/** Null if no part has a minimum budget. */
function leastOf(parts: readonly Sold[]): Decimal | null {
  const least = parts.flatMap(({ option }) => option.minSpendPerPackage ?? []).reduce(add, "0");
  return compare(least, "0") > 0 ? least : null;
}
