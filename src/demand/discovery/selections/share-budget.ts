import { BadRequest, Invalid } from "../../../ground/kernel/errors.ts";
import { add, compare, type Decimal, type Money, split } from "../../../ground/kernel/money.ts";
import type { Proposal } from "../../../ground/seller-agent/index.ts";

/** A product's part of what is spent on a proposal. */
export interface Share {
  readonly productId: string;
  readonly pricingOptionId: string | null;
  readonly percentage: Decimal;
  readonly budget: Decimal;
}

/**
 * The budget in parts that add up to it, one for each product, in the order of the proposal; a product allocated twice
 * gets one part for both. Percentages that do not add up to 100 are treated as weights: nothing is left over.
 */
export function shareBudget({ proposalId, allocations }: Proposal, total: Money): Share[] {
  const products = new Map<string, Omit<Share, "budget">>();
  for (const { productId, pricingOptionId, allocationPercentage } of allocations) {
    const before = products.get(productId);
    const percentage = add(before?.percentage ?? "0", allocationPercentage);
    products.set(productId, { productId, pricingOptionId: before?.pricingOptionId ?? pricingOptionId, percentage });
  }
  const allocated = [...products.values()].filter(({ percentage }) => compare(percentage, "0") > 0);
  if (allocated.length === 0) throw new BadRequest(`proposal ${proposalId} allocates nothing`);
  const weights = allocated.map(({ percentage }) => percentage);
  const parts = split(total, weights);
  const shares = allocated.map((product, index) => ({ ...product, budget: parts[index] ?? "0" }));
  if (shares.some(({ budget }) => compare(budget, "0") <= 0)) {
    const message = `totalBudget: ${total.amount} ${total.currency} is too little to share among ${shares.length} products`;
    throw new Invalid(message, { field: "totalBudget" });
  }
  return shares;
}
