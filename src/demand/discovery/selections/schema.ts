import { z } from "zod";
import { amountInput } from "../../../ground/kernel/inputs/money-input.ts";
import { numberOf } from "../../../ground/kernel/money.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { sellerViewOf } from "../answer/product-view.ts";
import { isBound } from "../discovery.ts";
import { opaqueId } from "../schema.ts";
import type { Applied } from "./apply-proposal.ts";
import { type BudgetContext, budgetContextOf } from "./budget-context.ts";
import type { Chosen } from "./choose-products.ts";
import { optionOf, type Selection } from "./selection.ts";

export const AddProductsBody = z
  .object({
    products: z
      .array(
        z.object({
          productId: opaqueId,
          salesAgentId: opaqueId.optional().describe("Required only if several sellers have a product with this id"),
          storefrontId: integerId("storefrontId").optional().describe("Another way to name the seller"),
          groupId: opaqueId.optional(),
          groupName: z.string().max(500).optional(),
          pricingOptionId: opaqueId.optional().describe("By default a fixed price, or an auction if there is a bid"),
          bidPrice: amountInput.optional().describe("Required if the option's `isFixed` is false"),
          budget: amountInput.optional(),
        }),
      )
      .min(1)
      .max(100),
    replace: z.boolean().default(false).describe("Clears everything selected earlier"),
    campaignId: opaqueId.optional().describe("The campaign to which the session must be attached"),
  })
  .meta({ id: "AddProducts" });

export const RemoveProductsBody = z
  .object({ productIds: z.array(opaqueId).min(1).max(1000) })
  .meta({ id: "RemoveProducts" });

export const ApplyProposalBody = z
  .object({
    proposalId: opaqueId,
    salesAgentId: opaqueId.optional().describe("Required only if several sellers have a proposal with this id"),
    totalBudget: amountInput.optional().describe("By default, what the seller recommends"),
    replace: z.boolean().default(false),
  })
  .meta({ id: "ApplyProposal" });

export const BudgetContextView = z
  .object({
    sessionBudget: z.number().nullable(),
    allocatedBudget: z.number(),
    remainingBudget: z.number().nullable(),
    currency: z.string(),
    budgetWarning: z.string().optional(),
  })
  .meta({ id: "BudgetContext" });

const SelectionView = z
  .object({
    productId: z.string(),
    name: z.string(),
    salesAgentId: z.string(),
    salesAgentName: z.string(),
    storefrontId: z.string().optional(),
    storefrontName: z.string().optional(),
    groupId: z.string(),
    groupName: z.string(),
    pricingOptionId: z.string(),
    pricingModel: z.string().optional(),
    currency: z.string().optional(),
    bidPrice: z.number().optional(),
    cpm: z.number().optional().describe("An older name of `bidPrice`"),
    budget: z.number().optional(),
    selectedAt: z.iso.datetime(),
  })
  .meta({ id: "Selection" });

const selected = {
  discoveryId: z.string(),
  products: z.array(SelectionView),
  totalProducts: z.int(),
  budgetContext: BudgetContextView,
  campaignBound: z.boolean().describe("Whether an executable campaign takes its products from this session"),
  campaignWarning: z.string().optional(),
};

export const SelectionsView = z.object(selected).meta({ id: "Selections" });

export const AppliedView = z
  .object({
    ...selected,
    proposal: z.object({ proposalId: z.string(), name: z.string(), salesAgentName: z.string() }),
    totalBudgetUsed: z.number(),
    productsApplied: z.int(),
    productsSkipped: z
      .array(z.string())
      .describe("Not in the last answer, or without a price in the advertiser's currency"),
  })
  .meta({ id: "AppliedProposal" });

export function viewOf({ discovery, selections }: Chosen): z.input<typeof SelectionsView> {
  const campaignBound = isBound(discovery);
  return {
    discoveryId: discovery.discoveryId,
    products: selections.map(selectionView),
    totalProducts: selections.length,
    budgetContext: budgetContextView(budgetContextOf(discovery, selections)),
    campaignBound,
    ...(!campaignBound && { campaignWarning: unboundWarning(discovery) }),
  };
}

export function appliedView(applied: Applied): z.input<typeof AppliedView> {
  const { offered, totalBudgetUsed, productsApplied, productsSkipped } = applied;
  const { proposalId, name } = offered.proposal;
  return {
    ...viewOf(applied),
    proposal: { proposalId, name, salesAgentName: offered.salesAgentName },
    totalBudgetUsed: numberOf(totalBudgetUsed),
    productsApplied,
    productsSkipped: [...productsSkipped],
  };
}

export function budgetContextView(context: BudgetContext): z.input<typeof BudgetContextView> {
  const { sessionBudget, allocatedBudget, remainingBudget, currency, budgetWarning } = context;
  return {
    sessionBudget: sessionBudget === null ? null : numberOf(sessionBudget),
    allocatedBudget: numberOf(allocatedBudget),
    remainingBudget: remainingBudget === null ? null : numberOf(remainingBudget),
    currency,
    ...(budgetWarning !== undefined && { budgetWarning }),
  };
}

function selectionView(selection: Selection): z.input<typeof SelectionView> {
  const { productId, product, groupId, groupName, pricingOptionId, bidPrice, budget, selectedAt } = selection;
  const option = optionOf(selection);
  return {
    productId,
    name: product.name,
    ...sellerViewOf(selection),
    groupId,
    groupName,
    pricingOptionId,
    ...(option && { pricingModel: option.pricingModel, currency: option.currency }),
    ...(bidPrice !== null && { bidPrice: numberOf(bidPrice), cpm: numberOf(bidPrice) }),
    ...(budget !== null && { budget: numberOf(budget) }),
    selectedAt: selectedAt.toISOString(),
  };
}

function unboundWarning({ campaignId, campaignStatus, discoveryId }: Chosen["discovery"]): string {
  return campaignId === null
    ? `No campaign buys these products yet: create one with discoveryId ${discoveryId}, or update one with it`
    : `Campaign ${campaignId} is ${campaignStatus ?? "gone"} and buys nothing more: attach the session to another`;
}
