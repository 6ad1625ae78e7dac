import { z } from "zod";
import { amountInput } from "../../../ground/kernel/inputs/money-input.ts";
import { numberOf, subtract, sum } from "../../../ground/kernel/money.ts";
import type { Refinement } from "../../../ground/seller-agent/index.ts";
import type { Selected } from "./auto-select-products.ts";
import type { Method } from "./pick-products.ts";

const ask = z.string().min(1).max(2000);

const RefinementInput = z.discriminatedUnion("scope", [
  z.object({ scope: z.literal("request"), ask }),
  z.object({
    scope: z.literal("product"),
    id: z.string().min(1).max(255),
    action: z.enum(["include", "omit", "moreLikeThis", "more_like_this"]),
    ask: ask.optional(),
  }),
]);

/** Unlike most bodies, this one rejects unknown fields (buyer contract e.15). */
export const AutoSelectBody = z
  .strictObject({
    refine: z
      .array(RefinementInput)
      .min(1)
      .max(100)
      .optional()
      .describe("Asks the sellers again, with these instructions"),
    maxProducts: z.int().min(1).max(100).optional().describe("By default 10"),
    minBudgetPerProduct: amountInput.optional(),
  })
  .meta({ id: "AutoSelectProducts" });

export function refinementsOf({ refine = [] }: z.output<typeof AutoSelectBody>): Refinement[] {
  return refine.map((one): Refinement => {
    if (one.scope === "request") return one;
    const { id: productId, action, ask: said } = one;
    const spelt = action === "moreLikeThis" ? "more_like_this" : action;
    return { scope: "product", productId, action: spelt, ...(said !== undefined && { ask: said }) };
  });
}

/** The answers that two generations of clients expect, combined (buyer contract e.15). */
export const SelectedView = z
  .object({
    campaignId: z.string(),
    discoveryId: z.string(),
    selectedProducts: z.array(
      z.object({
        productId: z.string(),
        name: z.string(),
        salesAgentId: z.string(),
        groupId: z.string(),
        groupName: z.string(),
        cpm: z.number().optional(),
        budget: z.number(),
        pricingOptionId: z.string(),
      }),
    ),
    budgetContext: z.object({
      campaignBudget: z.number(),
      totalAllocated: z.number(),
      remainingBudget: z.number(),
      currency: z.string(),
    }),
    productCount: z.int(),
    previouslySelectedCount: z
      .int()
      .describe("How many previously selected products are no longer selected, unless they are listed here"),
    selectionMethod: z.enum(["scoring", "measurability", "cpm_heuristic"]).describe("What distinguished the products"),
    selectionRationale: z.string(),
    testBudgetPerProduct: z.number().describe("The lowest minimum of any product"),
  })
  .meta({ id: "AutoSelectedProducts" });

const REPORTED_APART: Readonly<Record<Method, string>> = {
  scoring:
    "how well they fit the brief, then whether they are sold on the campaign's goals, then their price per mille",
  measurability: "whether they are sold on the campaign's goals, then their price per mille; there was no brief to fit",
  cpm_heuristic: "their price per mille; there was no brief to fit, and none is sold on the campaign's goals",
};

export function viewOfSelected(selected: Selected): z.input<typeof SelectedView> {
  const { campaign, discoveryId, picks, offered, method, previouslySelectedCount } = selected;
  const { total, currency } = campaign.budget;
  const budgets = picks.map(({ budget }) => budget);
  const allocated = sum(budgets);
  return {
    campaignId: campaign.campaignId,
    discoveryId,
    selectedProducts: picks.map(({ candidate, budget }) => {
      const { product, salesAgentId, groupId, groupName, option, cpm } = candidate;
      const { productId, name } = product;
      const { pricingOptionId } = option;
      const terms = { budget: numberOf(budget), pricingOptionId, ...(cpm !== null && { cpm: numberOf(cpm) }) };
      return { productId, name, salesAgentId, groupId, groupName, ...terms };
    }),
    budgetContext: {
      campaignBudget: numberOf(total),
      totalAllocated: numberOf(allocated),
      remainingBudget: numberOf(subtract(total, allocated)),
      currency,
    },
    productCount: picks.length,
    previouslySelectedCount,
    selectionMethod: method,
    selectionRationale: `${picks.length} of ${offered} products were taken, by ${REPORTED_APART[method]}`,
    testBudgetPerProduct: Math.min(...budgets.map(numberOf)),
  };
}
