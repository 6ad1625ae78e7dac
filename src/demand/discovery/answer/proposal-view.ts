import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import type { BudgetGuidance, Proposal } from "../../../ground/seller-agent/index.ts";
import type { OfferedProposal } from "../discovery.ts";
import { sellerViewOf } from "./product-view.ts";

const AllocationView = z.object({
  productId: z.string(),
  allocationPercentage: z.number(),
  pricingOptionId: z.string().optional(),
  rationale: z.string().optional(),
  sequence: z.int(),
  tags: z.array(z.string()).optional(),
});

export const ProposalView = z.object({
  proposalId: z.string(),
  name: z.string(),
  description: z.string().optional(),
  briefAlignment: z.string().optional(),
  proposalStatus: z
    .enum(["draft", "committed"])
    .optional()
    .describe("A draft's prices are indicative: refine it with the action `finalize` before you buy it"),
  salesAgentId: z.string(),
  salesAgentName: z.string(),
  storefrontId: z.string().optional(),
  storefrontName: z.string().optional(),
  allocations: z.array(AllocationView),
  expiresAt: z.iso.datetime().optional().describe("After this time it can no longer be applied"),
  totalBudgetGuidance: z
    .object({
      min: z.number().optional(),
      recommended: z.number().optional(),
      max: z.number().optional(),
      currency: z.string(),
    })
    .optional(),
});

export function viewOf({ proposal, ...seller }: OfferedProposal): z.input<typeof ProposalView> {
  const { proposalId, name, description, briefAlignment, status, allocations, expiresAt, budgetGuidance } = proposal;
  return {
    proposalId,
    name,
    ...(description !== null && { description }),
    ...(briefAlignment !== undefined && { briefAlignment }),
    ...(status && { proposalStatus: status }),
    ...sellerViewOf(seller),
    allocations: allocations.map((allocation, index) => allocationView(allocation, index + 1)),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(budgetGuidance && { totalBudgetGuidance: guidanceView(budgetGuidance) }),
  };
}

function allocationView(allocation: Proposal["allocations"][number], place: number): z.input<typeof AllocationView> {
  const { productId, allocationPercentage, pricingOptionId, rationale, sequence = place, tags } = allocation;
  return {
    productId,
    allocationPercentage: numberOf(allocationPercentage),
    ...(pricingOptionId !== null && { pricingOptionId }),
    ...(rationale !== null && { rationale }),
    sequence,
    ...(tags && { tags: [...tags] }),
  };
}

function guidanceView({ currency, min, recommended, max }: BudgetGuidance) {
  return {
    ...(min !== null && { min: numberOf(min) }),
    ...(recommended !== null && { recommended: numberOf(recommended) }),
    ...(max !== null && { max: numberOf(max) }),
    currency,
  };
}
