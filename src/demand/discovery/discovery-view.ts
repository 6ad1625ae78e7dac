import { z } from "zod";
import { numberOf } from "../../ground/kernel/money.ts";
import type { Discovery, OfferedProposal, ProductGroup } from "./discovery.ts";
import { cpmOf, priceRangeOf } from "./pricing.ts";
import { type Beholder, ProductView, viewOf as productViewOf, sellerViewOf } from "./product-view.ts";
import type { EmptyReason } from "./search/empty-reason.ts";
import { domainsOf } from "./search/filter-products.ts";
import { type GroupPage, pageOf } from "./search/group-products.ts";
import { budgetContextOf } from "./selections/budget-context.ts";
import { BudgetContextView, budgetContextView } from "./selections/schema.ts";
import type { Selection } from "./selections/selection.ts";

const nullableNumber = z.number().nullable();

const ProposalView = z.object({
  proposalId: z.string(),
  name: z.string(),
  description: z.string().optional(),
  salesAgentId: z.string(),
  salesAgentName: z.string(),
  storefrontId: z.string().optional(),
  storefrontName: z.string().optional(),
  allocations: z.array(
    z.object({
      productId: z.string(),
      allocationPercentage: z.number(),
      pricingOptionId: z.string().optional(),
      rationale: z.string().optional(),
      sequence: z.int(),
    }),
  ),
  expiresAt: z.iso.datetime().optional(),
  totalBudgetGuidance: z.object({ recommended: z.number(), currency: z.string() }).optional(),
});

const EmptyReasonView = z.object({
  code: z.string(),
  message: z.string(),
  agentId: z.string().optional(),
  storefrontId: z.string().optional(),
  sourceId: z.string().optional(),
  connect: z.object({ method: z.literal("POST"), path: z.string() }).optional(),
});

const GroupView = z.object({
  groupId: z.string(),
  groupName: z.string(),
  storefrontId: z.string().optional(),
  storefrontName: z.string().optional(),
  products: z.array(ProductView),
  productCount: z.int().describe("On this page"),
  totalProducts: z.int(),
  hasMoreProducts: z.boolean(),
});

export const DiscoveryView = z
  .object({
    discoveryId: z.string(),
    productGroups: z.array(GroupView),
    totalGroups: z.int(),
    hasMoreGroups: z.boolean(),
    summary: z.object({
      totalProducts: z.int(),
      publishersCount: z.int(),
      priceRange: z
        .object({ min: nullableNumber, max: nullableNumber, avg: nullableNumber, currency: z.string().optional() })
        .describe("Of the prices per mille; null where they are in several currencies"),
    }),
    budgetContext: BudgetContextView.optional(),
    proposals: z.array(ProposalView),
    agentResults: z
      .array(
        z.object({
          agentId: z.string(),
          agentName: z.string(),
          success: z.boolean(),
          productCount: z.int(),
          responseTimeMs: z.int(),
          error: z.string().optional(),
        }),
      )
      .optional()
      .describe("All sellers where `debug` is set; otherwise those that failed"),
    refinementApplied: z
      .array(
        z.object({
          scope: z.string(),
          id: z.string().optional(),
          status: z.enum(["applied", "partial", "unable"]),
          notes: z.string().optional(),
        }),
      )
      .optional(),
    incompleteAgents: z
      .array(
        z.object({
          agentId: z.string(),
          agentName: z.string(),
          source: z.string(),
          reason: z.string(),
          message: z.string(),
        }),
      )
      .describe("What is missing from this answer"),
    removedByFilters: z
      .array(z.object({ filter: z.string(), products: z.int(), instead: z.array(z.string()) }))
      .describe("How many products each filter took away, and what they have instead"),
    emptyReasons: z.array(EmptyReasonView).optional().describe("Why there is nothing, whenever there is nothing"),
  })
  .meta({ id: "Discovery" });

export interface Shown {
  readonly page: GroupPage;
  readonly debug: boolean;
  readonly selections: readonly Selection[];
  /** The call was a refinement, and says what became of it. */
  readonly refined: boolean;
}

export function viewOf(discovery: Discovery, shown: Shown): z.input<typeof DiscoveryView> {
  const { discoveryId, groups, proposals, diagnostics } = discovery;
  const { page, debug } = shown;
  const { agentResults, incompleteAgents, refinementApplied, removed } = diagnostics;
  const onPage = pageOf(groups, page.groupOffset, page.groupLimit);
  const productGroups = onPage.items.map((group) => groupView(group, page, discovery));
  const results = debug ? agentResults : agentResults.filter(({ success }) => !success);
  const isEmpty = productGroups.every(({ products }) => products.length === 0);
  return {
    discoveryId,
    productGroups,
    totalGroups: onPage.total,
    hasMoreGroups: onPage.hasMore,
    summary: summaryOf(groups, discovery.currency),
    ...(discovery.wishes.budget !== undefined && {
      budgetContext: budgetContextView(budgetContextOf(discovery, shown.selections)),
    }),
    proposals: proposals.map(proposalView),
    ...((debug || results.length > 0) && { agentResults: [...results] }),
    ...(shown.refined && { refinementApplied: [...refinementApplied] }),
    incompleteAgents: incompleteAgents.map(({ storefrontId: _storefrontId, ...one }) => one),
    removedByFilters: removed.map((one) => ({ ...one, instead: [...one.instead] })),
    ...(isEmpty && { emptyReasons: reasonsFor(discovery, page).map(reasonView) }),
  };
}

function groupView(group: ProductGroup, page: GroupPage, beholder: Beholder): z.input<typeof GroupView> {
  const { groupId, groupName, products, ...seller } = group;
  const { storefrontId, storefrontName } = sellerViewOf(seller) as { storefrontId?: string; storefrontName?: string };
  const { items, total, hasMore } = pageOf(products, page.productOffset, page.productsPerGroup);
  return {
    groupId,
    groupName,
    ...(storefrontId !== undefined && { storefrontId, storefrontName }),
    products: items.map((product) => productViewOf(product, seller, beholder)),
    productCount: items.length,
    totalProducts: total,
    hasMoreProducts: hasMore,
  };
}

function summaryOf(groups: readonly ProductGroup[], currency: string) {
  const found = groups.flatMap(({ salesAgentId, products }) =>
    products.map(({ product }) => ({ salesAgentId, product })),
  );
  const {
    min,
    max,
    avg,
    currency: common,
  } = priceRangeOf(found.flatMap(({ product }) => cpmOf(product, currency) ?? []));
  const publishers = found.flatMap(({ salesAgentId, product }) => {
    const domains = domainsOf(product);
    return domains.length > 0 ? domains : [salesAgentId];
  });
  const number = (value: string | null) => (value === null ? null : numberOf(value));
  return {
    totalProducts: found.length,
    publishersCount: new Set(publishers).size,
    priceRange: { min: number(min), max: number(max), avg: number(avg), ...(common && { currency: common }) },
  };
}

function proposalView({ proposal, ...seller }: OfferedProposal): z.input<typeof ProposalView> {
  const { proposalId, name, description, allocations, expiresAt, recommendedBudget } = proposal;
  return {
    proposalId,
    name,
    ...(description !== null && { description }),
    ...sellerViewOf(seller),
    allocations: allocations.map(({ productId, allocationPercentage, pricingOptionId, rationale }, index) => ({
      productId,
      allocationPercentage: numberOf(allocationPercentage),
      ...(pricingOptionId !== null && { pricingOptionId }),
      ...(rationale !== null && { rationale }),
      sequence: index + 1,
    })),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(recommendedBudget && {
      totalBudgetGuidance: { recommended: numberOf(recommendedBudget.amount), currency: recommendedBudget.currency },
    }),
  };
}

/** The search's own reasons, or else that the page lies behind what there is. */
function reasonsFor(
  { groups, diagnostics }: Discovery,
  { groupOffset, productOffset }: GroupPage,
): readonly EmptyReason[] {
  if (groups.length === 0) return diagnostics.emptyReasons;
  const most = Math.max(...groups.map(({ products }) => products.length));
  const message =
    groupOffset >= groups.length
      ? `groupOffset ${groupOffset} is past the last of ${groups.length} groups`
      : `productOffset ${productOffset} is past the last product of these groups; the largest of all has ${most}`;
  return [{ code: "past_the_end", message }];
}

function reasonView({ storefrontId, ...reason }: EmptyReason): z.input<typeof EmptyReasonView> {
  return { ...reason, ...(storefrontId !== undefined && { storefrontId: String(storefrontId) }) };
}
