import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { compare, type Decimal, ratio, split, times } from "../../../ground/kernel/money.ts";
import type { Product, ProductsRequest, Proposal } from "../../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulation.ts";

const MOST_PRODUCTS = 4;
const VALID_MS = 7 * DAY_MS;

/** The one plan the publisher proposes goes by one id, so that a refinement can name it. */
export function proposalIdOf({ seed }: Simulation): string {
  return `${seed}-balanced`;
}

/** Equal shares of the guaranteed products that come first, of as many as the budget has room for. */
export function balancedProposal(
  simulation: Simulation,
  products: readonly Product[],
  budget: ProductsRequest["budget"],
  now: Date,
): Proposal[] {
  const guaranteed = products.filter(({ deliveryType }) => deliveryType === "guaranteed").slice(0, MOST_PRODUCTS);
  const minimum = largestMinimum(guaranteed);
  const room = budget ? roomIn(budget.amount, minimum) : MOST_PRODUCTS;
  const chosen = guaranteed.slice(0, room);
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
      description: `Equal shares of ${chosen.length} guaranteed products.`,
      allocations: chosen.map((product, index) => ({
        productId: product.productId,
        allocationPercentage: shares[index] ?? "0",
        pricingOptionId: product.pricingOptions[0]?.pricingOptionId ?? null,
        rationale: product.briefRelevance,
      })),
      expiresAt: after(now, VALID_MS),
      budgetGuidance: { ...recommended, min: null, max: null },
    },
  ];
}

function largestMinimum(products: readonly Product[]): Decimal {
  const minima = products.map(({ pricingOptions }) => pricingOptions[0]?.minSpendPerPackage ?? "0");
  return minima.reduce((largest, minimum) => (compare(minimum, largest) > 0 ? minimum : largest), "0");
}

/** How many equal shares of a budget clear the minimum, with a little to spare for shares that were rounded down. */
function roomIn(budget: Decimal, minimum: Decimal): number {
  return Math.floor(Number(ratio(budget, times(minimum, "1.01"), 2) ?? MOST_PRODUCTS));
}
