import { type Money, split } from "../../ground/kernel/money.ts";
import { type NewPackage, type Product, type Proposal, SellerRefused } from "../../ground/seller-agent/index.ts";

/** The packages for a proposal at a given budget: the budget is divided according to its shares, exact to the cent. */
export function fromProposal(
  { proposalId, allocations }: Proposal,
  budget: Money,
  products: readonly Product[],
): NewPackage[] {
  const parts = split(
    budget,
    allocations.map(({ allocationPercentage }) => allocationPercentage),
  );
  return allocations.map((part, index) => {
    const { productId } = part;
    const pricingOptionId = pricingOptionIn(part, products, budget.currency);
    if (pricingOptionId === undefined)
      throw refused(
        "PROPOSAL_EXPIRED",
        `proposal_id: ${proposalId} contains a product that is no longer sold`,
        "proposal_id",
      );
    return {
      buyerRef: String(index),
      productId,
      pricingOptionId,
      budget: parts[index] ?? "0",
      currency: budget.currency,
      bidPrice: null,
      pacing: "even",
    };
  });
}

/** The price that the allocation names, or else the product's first in the budget's currency; undefined if neither is known. */
function pricingOptionIn(
  { productId, pricingOptionId }: Proposal["allocations"][number],
  products: readonly Product[],
  currency: string,
): string | undefined {
  const offered = products.find((one) => one.productId === productId)?.pricingOptions ?? [];
  const named = pricingOptionId ? offered.filter((option) => option.pricingOptionId === pricingOptionId) : offered;
  const option = named.find((one) => one.currency === currency);
  if (option || !named[0]) return option?.pricingOptionId ?? pricingOptionId ?? undefined;
  const message = `total_budget.currency: ${productId} is sold in ${named[0].currency}, not in ${currency}`;
  throw refused("INVALID_REQUEST", message, "total_budget.currency");
}

function refused(code: "PROPOSAL_EXPIRED" | "INVALID_REQUEST", message: string, field: string): SellerRefused {
  return new SellerRefused("the storefront", [{ code, message, field, recovery: "correctable" }]);
}
