import type { PricingOption, Product, ProductsAnswer, Proposal } from "../../ground/seller-agent/index.ts";
import { askedOf, netOf, percentAt, quotedId, type Terms } from "../instructions/index.ts";
import { splitProductId } from "../orders/index.ts";

/** What the sources said, as the storefront's own terms have it for this buyer. Why something is withheld is not the buyer's to know. */
export function underTerms(answer: ProductsAnswer, terms: Terms, storefront: string): ProductsAnswer {
  const isOffered = (productId: string) => !terms.blocks.products.has(productId);
  const products = answer.products.filter(({ productId }) => isOffered(productId));
  const proposals = answer.proposals.filter(({ allocations }) =>
    allocations.every(({ productId }) => isOffered(productId)),
  );
  const withheld = answer.products.length - products.length;
  const message = `${withheld} of the products that match are not offered under the storefront's acceptance policy`;
  const gap = { source: storefront, reason: "filtered", message } as const;
  return {
    ...answer,
    products: products.map((product) => priced(product, terms)),
    proposals: proposals.map((proposal) => repriced(proposal, terms)),
    incomplete: withheld > 0 ? [...answer.incomplete, gap] : answer.incomplete,
  };
}

function priced(product: Product, terms: Terms): Product {
  const percent = percentOn(product.productId, terms);
  return { ...product, pricingOptions: product.pricingOptions.map((option) => quoted(option, percent)) };
}

function quoted(option: PricingOption, percent: string): PricingOption {
  const { pricingOptionId, fixedPrice, floorPrice, minSpendPerPackage, priceGuidance } = option;
  const asked = (amount: string | null) => amount && askedOf(amount, percent);
  return {
    ...option,
    pricingOptionId: quotedId({ pricingOptionId, percent }),
    fixedPrice: fixedPrice && netOf(fixedPrice, percent),
    floorPrice: asked(floorPrice),
    minSpendPerPackage: asked(minSpendPerPackage),
    ...(priceGuidance && {
      priceGuidance: Object.fromEntries(
        Object.entries(priceGuidance).map(([percentile, amount]) => [percentile, askedOf(amount, percent)]),
      ),
    }),
  };
}

/** Its products are all of one source, so that its budgets are under one discount. */
function repriced(proposal: Proposal, terms: Terms): Proposal {
  const percent = percentOn(proposal.proposalId, terms);
  const { allocations, budgetGuidance } = proposal;
  const asked = (amount: string | null) => amount && askedOf(amount, percent);
  return {
    ...proposal,
    allocations: allocations.map((part) => ({
      ...part,
      pricingOptionId: part.pricingOptionId && quotedId({ pricingOptionId: part.pricingOptionId, percent }),
    })),
    budgetGuidance: budgetGuidance && {
      ...budgetGuidance,
      min: asked(budgetGuidance.min),
      recommended: asked(budgetGuidance.recommended),
      max: asked(budgetGuidance.max),
    },
  };
}

function percentOn(id: string, terms: Terms): string {
  return percentAt(terms, splitProductId(id)?.sourceId ?? "");
}
