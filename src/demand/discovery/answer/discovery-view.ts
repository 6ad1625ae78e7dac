import { z } from "zod";
import { numberOf } from "../../../ground/kernel/money.ts";
import type { Discovery, ProductGroup } from "../discovery.ts";
import { cpmOf, priceRangeOf } from "../pricing.ts";
import type { EmptyReason } from "../search/empty-reason.ts";
import { domainsOf } from "../search/filter-products.ts";
import { type GroupPage, pageOf } from "../search/group-products.ts";
import { isRetryWorthwhile } from "../search/wait.ts";
import { budgetContextOf } from "../selections/budget-context.ts";
import { BudgetContextView, budgetContextView } from "../selections/schema.ts";
import type { Selection } from "../selections/selection.ts";
import {
  AgentResultView,
  agentResultView,
  EmptyReasonView,
  emptyReasonView,
  IncompleteAgentView,
  incompleteAgentView,
  RemovalView,
  removalView,
} from "./diagnostics-view.ts";
import { ProductView, type ProductViewContext, viewOf as productViewOf, sellerViewOf } from "./product-view.ts";
import { ProposalView, viewOf as proposalViewOf } from "./proposal-view.ts";
import {
  DefaultView,
  defaultsView,
  MOST_RANKED,
  RankedView,
  ReadingView,
  rankingView,
  readingView,
} from "./reading-view.ts";

const nullableNumber = z.number().nullable();

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
    defaultsApplied: z
      .array(DefaultView)
      .optional()
      .describe("Filters that nobody requested and that removed products, with their counts"),
    reading: ReadingView.optional().describe("What was understood from the brief; it can be corrected"),
    ranking: z
      .array(RankedView)
      .describe(
        `One order over all groups, best first, regardless of the page: up to ${MOST_RANKED} products. What does not fit the brief (\`fit: none\`) is only in its group, last`,
      ),
    productGroups: z.array(GroupView),
    totalGroups: z.int(),
    hasMoreGroups: z.boolean(),
    summary: z.object({
      totalProducts: z.int(),
      publishersCount: z.int(),
      priceRange: z
        .object({ min: nullableNumber, max: nullableNumber, avg: nullableNumber, currency: z.string().optional() })
        .describe("Of the CPM prices; null if they are in several currencies"),
    }),
    budgetContext: BudgetContextView.optional(),
    proposals: z.array(ProposalView),
    agentResults: z
      .array(AgentResultView)
      .optional()
      .describe("All sellers if `debug` is set; otherwise those that failed"),
    refinementApplied: z
      .array(
        z.object({
          scope: z.enum(["request", "product", "proposal"]),
          id: z.string().optional(),
          status: z.enum(["applied", "partial", "unable"]),
          notes: z.string().optional(),
        }),
      )
      .optional(),
    incompleteAgents: z.array(IncompleteAgentView).describe("What is missing from this answer"),
    retryWithLongerWaitAvailable: z
      .boolean()
      .describe("Whether a seller was too slow, and a longer wait can be requested"),
    removedByFilters: z.array(RemovalView).describe("How many products each filter removed"),
    emptyReasons: z.array(EmptyReasonView).optional().describe("Why there are no products, if there are none"),
    guidance: z.string().optional().describe("The same in words, and what to do next"),
  })
  .meta({ id: "Discovery" });

export interface DiscoveryPage {
  readonly page: GroupPage;
  readonly debug: boolean;
  readonly selections: readonly Selection[];
  /** The request was a refinement; its result. */
  readonly refined: boolean;
}

export function viewOf(discovery: Discovery, shown: DiscoveryPage): z.input<typeof DiscoveryView> {
  const { discoveryId, groups, proposals, diagnostics } = discovery;
  const { page } = shown;
  const defaults = defaultsView(discovery);
  const onPage = pageOf(groups, page.groupOffset, page.groupLimit);
  const productGroups = onPage.items.map((group) => groupView(group, page, discovery));
  const isEmpty = productGroups.every(({ products }) => products.length === 0);
  return {
    discoveryId,
    ...(defaults.length > 0 && { defaultsApplied: defaults }),
    ...(diagnostics.reading && {
      reading: readingView(diagnostics.reading, diagnostics.versions, discovery.criteria.brief),
    }),
    ranking: rankingView(discovery),
    productGroups,
    totalGroups: onPage.total,
    hasMoreGroups: onPage.hasMore,
    summary: summaryOf(groups, discovery.currency),
    ...(discovery.criteria.budget !== undefined && {
      budgetContext: budgetContextView(budgetContextOf(discovery, shown.selections)),
    }),
    proposals: proposals.map(proposalViewOf),
    ...diagnosticsView(discovery, shown),
    ...(isEmpty && emptyReason(reasonsFor(discovery, page))),
  };
}

function diagnosticsView({ diagnostics }: Discovery, { debug, refined }: DiscoveryPage) {
  const { agentResults, incompleteAgents, refinementApplied, removed, waitMs } = diagnostics;
  const results = debug ? agentResults : agentResults.filter(({ success }) => !success);
  return {
    ...((debug || results.length > 0) && { agentResults: results.map(agentResultView) }),
    ...(refined && { refinementApplied: [...refinementApplied] }),
    incompleteAgents: incompleteAgents.map((one) => incompleteAgentView(one, waitMs)),
    retryWithLongerWaitAvailable: isRetryWorthwhile(incompleteAgents, waitMs),
    removedByFilters: removed.map(removalView),
  };
}

function emptyReason(reasons: readonly EmptyReason[]) {
  return {
    emptyReasons: reasons.map(emptyReasonView),
    guidance: reasons.map(({ message }) => `${message}.`).join(" "),
  };
}

function groupView(group: ProductGroup, page: GroupPage, beholder: ProductViewContext): z.input<typeof GroupView> {
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

/** The search's own reasons, or else that the page is beyond the last result. */
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
