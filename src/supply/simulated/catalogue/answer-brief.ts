import { compare } from "../../../ground/kernel/money.ts";
import type { Incompleteness, Product, ProductsAnswer, ProductsRequest } from "../../../ground/seller-agent/index.ts";
import type { Simulation } from "../simulation.ts";
import { catalogueOf } from "./catalogue.ts";
import { proposalIdsOf, proposalsOf } from "./proposal.ts";
import { refine, type Selection } from "./refine.ts";
import { ranked, wordsOf } from "./relevance.ts";

/** The publisher's answer to a brief, or its whole catalogue if there is none. */
export function answerBrief(
  simulation: Simulation,
  agentId: string,
  request: ProductsRequest,
  now: Date,
): ProductsAnswer {
  const words = wordsOf([request.brief ?? "", ...asksOf(request)].join(" "));
  const whole = catalogueOf(simulation);
  const catalogue = words.length > 0 ? ranked(whole, words) : whole;
  const fitting = catalogue.filter((product) => fits(product, request));
  const payable = fitting.filter((product) => isPayable(product, request.budget));

  const proposalIds = Object.values(proposalIdsOf(simulation));
  const start: Selection = { products: payable, proposed: request.brief === undefined ? [] : proposalIds, applied: [] };
  const offer = { catalogue, proposalIds, brief: request.brief };
  const { products, proposed, applied } = (request.refine ?? []).reduce<Selection>(
    (selection, refinement) => refine(selection, refinement, offer),
    start,
  );
  return {
    products,
    proposals: proposalsOf(simulation, products, request.budget, now).filter(({ proposalId }) =>
      proposed.includes(proposalId),
    ),
    refinementsApplied: applied,
    incomplete: filtered(agentId, fitting.length - payable.length),
  };
}

function asksOf({ refine: refinements = [] }: ProductsRequest): string[] {
  return refinements.map(({ ask }) => ask ?? "");
}

function fits(product: Product, { channels, countries }: ProductsRequest): boolean {
  return overlaps(product.channels, channels) && overlaps(product.countries, countries);
}

/** An empty list asks for nothing. */
function overlaps(offered: readonly string[], wanted: readonly string[] = []): boolean {
  return wanted.length === 0 || wanted.some((one) => offered.includes(one));
}

function isPayable({ pricingOptions }: Product, budget: ProductsRequest["budget"]): boolean {
  if (!budget) return true;
  return pricingOptions.some(
    ({ currency, minSpendPerPackage }) =>
      currency === budget.currency && compare(budget.amount, minSpendPerPackage ?? "0") >= 0,
  );
}

function filtered(source: string, count: number): Incompleteness[] {
  if (count === 0) return [];
  return [
    { source, reason: "filtered", message: `the budget is below the minimum of ${count} more, or in another currency` },
  ];
}
