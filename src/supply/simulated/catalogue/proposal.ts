import { after, DAY_MS, dayOf, startOfDay } from "../../../ground/kernel/clock.ts";
import { compare, type Decimal, ratio, split, times } from "../../../ground/kernel/money.ts";
import type { Product, ProductsRequest, Proposal } from "../../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulation.ts";

const MOST_PRODUCTS = 4;
/** Until the end of the seventh day of UTC that follows: whoever asks again on the same day is told the same. */
const VALID_MS = 8 * DAY_MS;

/** Each proposal of the publisher has a fixed id, so that a refinement can name it. */
export function proposalIdsOf({ seed }: Simulation) {
  return { balanced: `${seed}-balanced`, focused: `${seed}-focused` } as const;
}

/** Most of the budget for the product that comes first, and the rest for the next. */
const FOCUS = ["70", "30"];
/** A budget that has room for so many equal shares has room for the smaller of the two. */
const ROOM_FOR_FOCUS = 4;

/**
 * Two plans of the products that come first: equal shares of as many as the budget has room for, and most of it for one of them. Of
 * guaranteed products, or, where fewer than two of those suit, of all that have a fixed price.
 */
export function proposalsOf(
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
  const kind = isOfGuarantees ? "guaranteed products" : "products at fixed prices";
  const { balanced, focused } = proposalIdsOf(simulation);
  const terms = {
    expiresAt: after(startOfDay(dayOf(now)), VALID_MS),
    budgetGuidance: { ...recommended, min: null, max: null },
  };
  // Percentages divide as dollars do: to two decimals, with nothing lost.
  const equal = split(
    { amount: "100", currency: "USD" },
    chosen.map(() => "1"),
  );
  const plans: Proposal[] = [
    {
      ...terms,
      proposalId: balanced,
      name: `${simulation.name}: balanced plan`,
      description: `Equal shares of ${chosen.length} ${kind}.`,
      allocations: chosen.map((product, index) => allocated(product, equal[index])),
    },
    {
      ...terms,
      proposalId: focused,
      name: `${simulation.name}: focused plan`,
      description: `Two ${kind}, most of it for the first.`,
      allocations: chosen.slice(0, FOCUS.length).map((product, index) => allocated(product, FOCUS[index])),
    },
  ];
  return room < ROOM_FOR_FOCUS ? plans.slice(0, 1) : plans;
}

function allocated(product: Product, share = "0"): Proposal["allocations"][number] {
  return {
    productId: product.productId,
    allocationPercentage: share,
    pricingOptionId: proposedPrice(product)?.pricingOptionId ?? null,
    rationale: product.briefRelevance,
  };
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
