import type { Proposal } from "../../ground/seller-agent/index.ts";
import { askedOf, quotedId, quoteIn } from "../instructions/index.ts";
import type { Exclusion } from "../rules/index.ts";
import type { ComposedProduct, CompositionInput } from "./composition.ts";
import { joinProductId } from "./product-id.ts";

/** The sources' proposals at the prices quoted to the buyer, except proposals with a product that is not sold. */
export function quoteProposals(
  products: readonly ComposedProduct[],
  exclusions: readonly Exclusion[],
  { sources, discounts, withheld }: CompositionInput,
): Proposal[] {
  const excluded = new Set([...withheld, ...exclusions.map(({ productId }) => productId)]);
  const known = new Map(products.map((one) => [one.product.productId, one]));
  return sources.flatMap(({ sourceId, proposals }) =>
    proposals
      .map((proposal) => quoted(proposal, sourceId, discounts[sourceId] ?? "0", known))
      .filter(({ allocations }) => allocations.every(({ productId }) => !excluded.has(productId))),
  );
}

/** All of its products come from one source, so the same discount applies to all of its budgets. */
function quoted(
  proposal: Proposal,
  sourceId: string,
  percent: string,
  known: ReadonlyMap<string, ComposedProduct>,
): Proposal {
  const { budgetGuidance } = proposal;
  const asked = (amount: string | null) => amount && askedOf(amount, percent);
  return {
    ...proposal,
    proposalId: joinProductId(sourceId, proposal.proposalId),
    allocations: proposal.allocations.map((part) => {
      const productId = joinProductId(sourceId, part.productId);
      return { ...part, productId, pricingOptionId: idQuotedTo(part.pricingOptionId, percent, known.get(productId)) };
    }),
    budgetGuidance: budgetGuidance && {
      ...budgetGuidance,
      min: asked(budgetGuidance.min),
      recommended: asked(budgetGuidance.recommended),
      max: asked(budgetGuidance.max),
    },
  };
}

/** The pricing option's id as quoted for its product if that is in the answer, because a floor may have raised the price. */
function idQuotedTo(
  pricingOptionId: string | null,
  percent: string,
  shown: ComposedProduct | undefined,
): string | null {
  if (pricingOptionId === null) return null;
  const ids = shown?.product.pricingOptions.map((option) => option.pricingOptionId) ?? [];
  return ids.find((id) => quoteIn(id).pricingOptionId === pricingOptionId) ?? quotedId({ pricingOptionId, percent });
}
