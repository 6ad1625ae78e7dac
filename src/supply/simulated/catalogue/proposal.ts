import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { compare, type Decimal, ratio, split, times } from "../../../ground/kernel/money.ts";
import type { Product, ProductsRequest, Proposal } from "../../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulation.ts";

const MOST_PRODUCTS = 4;
const VALID_MS = 7 * DAY_MS;

/** The publisher's only proposal has a fixed id, so that a refinement can name it. */
export function proposalIdOf({ seed }: Simulation): string {
  return `${seed}-balanced`;
}

/**
 * Equal shares of the products that come first, of as many as the budget has room for: of guaranteed ones, or, where fewer than two
 * of those suit, of all that have a fixed price.
 */
export function balancedProposal(
  simulation: Simulation,
  products: readonly Product[],
  budget: ProductsRequest["budget"],
  now: Date,
): Proposal[] {
  const guaranteed = products.filter(({ deliveryType }) => deliveryType === "guaranteed");
  const isOfGuarantees = guaranteed.length > 1;
  const offered = (isOfGuarantees ? guaranteed : products.filter(hasFixedPrice)).slice(0, MOST_PRODUCTS);
  const minimum = largestMinimum(offered);
  const room = budget ? roomIn(budget.amount, minimum) : MOST_PRODUCTS;
  const chosen = offered.slice(0, room);
  if (chosen.length < 2) return [];
  const recommended = budget
    ? { recommended: budget.amount, currency: budget.currency }
    : { recommended: times(minimum, 2 * chosen.length), currency: simulation.currency };
  // Percentages divide as dollars do: to two decimals, with nothing lost.
  const shares = split(
    { amount: "100", currency: "USD" },
    chosen.map(() => "1"),
  );
  return [
    {
      proposalId: proposalIdOf(simulation),
      name: `${simulation.name}: balanced plan`,
      description: `Equal shares of ${chosen.length} ${isOfGuarantees ? "guaranteed products" : "products at fixed prices"}.`,
      allocations: chosen.map((product, index) => ({
        productId: product.productId,
        allocationPercentage: shares[index] ?? "0",
        pricingOptionId: proposedPrice(product)?.pricingOptionId ?? null,
        rationale: product.briefRelevance,
      })),
      expiresAt: after(now, VALID_MS),
      budgetGuidance: { ...recommended, min: null, max: null },
    },
  ];
}

function hasFixedPrice(product: Product): boolean {
  return typeof proposedPrice(product)?.fixedPrice === "string";
}

function proposedPrice({ pricingOptions }: Product): Product["pricingOptions"][number] | undefined {
  return pricingOptions.find(({ fixedPrice }) => fixedPrice !== null) ?? pricingOptions[0];
}

function largestMinimum(products: readonly Product[]): Decimal {
  const minima = products.map((product) => proposedPrice(product)?.minSpendPerPackage ?? "0");
  return minima.reduce((largest, minimum) => (compare(minimum, largest) > 0 ? minimum : largest), "0");
}

/** How many equal shares of a budget clear the minimum, with a little to spare for shares that were rounded down. */
function roomIn(budget: Decimal, minimum: Decimal): number {
  return Math.floor(Number(ratio(budget, times(minimum, "1.01"), 2) ?? MOST_PRODUCTS));
}
