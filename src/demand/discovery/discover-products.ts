import { sendNow } from "../../ground/db/writing/index.ts";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { checkMinorUnits } from "../../ground/kernel/money.ts";
import { readOffers } from "../../ground/ranking/rank-products.ts";
import type { Ask } from "../../ground/refining/index.ts";
import type { BuyerIdentity, ProductsRequest, Refinement } from "../../ground/seller-agent/index.ts";
import type { ListedSeller } from "../../ground/seller-agent/sellers.ts";
import { publish } from "../../platform/webhooks/index.ts";
import { findBuyerIdentity, getActiveAdvertiser } from "../advertisers/index.ts";
import { reportSellers } from "./answer/progress-view.ts";
import { type Discovery, type FoundProduct, type OfferedProposal, type ProductGroup, rankedIn } from "./discovery.ts";
import { type OpenedSession, openSession, type SessionRequest, saveSession } from "./open-session.ts";
import { asksInForce, briefOf, type Market, readAsks } from "./reading/asks.ts";
import { askSellers } from "./search/ask-sellers.ts";
import { emptyReasonsOf } from "./search/empty-reason.ts";
import type { Filter } from "./search/filter-products.ts";
import { findSellers } from "./search/find-sellers.ts";
import { fitProducts } from "./search/fit-products.ts";
import { groupBySeller } from "./search/group-products.ts";
import { concerns, joinOutcomes, omissionsOf, type Sold } from "./search/refinement.ts";
import { type Offerer, resultOf, type SellerAnswer } from "./search/seller-answer.ts";
import { type Patience, waitMsOf } from "./search/wait.ts";
import { welcomeSellers } from "./search/welcome-sellers.ts";
import type { Answer } from "./store.ts";
import { nearnessFor } from "./vectors/nearness.ts";

/** A search that is ready to be sent. */
export interface Search extends OpenedSession {
  readonly buyer: BuyerIdentity;
  readonly refine: readonly Refinement[];
  readonly waitMs: number;
}

export interface SearchRequest extends SessionRequest, Partial<Patience> {
  readonly advertiserId: number;
  readonly refine: readonly Refinement[];
}

export async function beginSearch(ctx: Context, request: SearchRequest): Promise<Search> {
  const reading = getActiveAdvertiser(ctx, request.advertiserId);
  const [advertiser, buyer] = await Promise.all([reading, findBuyerIdentity(ctx, request.advertiserId, reading)]);
  const { criteria, refine, waitMode = "quick", waitSeconds } = request;
  const { budget } = criteria;
  if (budget !== undefined) checkMinorUnits({ amount: budget, currency: advertiser.primaryCurrency }, "budget");
  const opened = await openSession(ctx, advertiser, request);
  const waitMs = waitMsOf({ waitMode, waitSeconds }, ctx.installation.discoveryTimeoutMs);
  return { ...opened, buyer, refine, waitMs };
}

/**
 * Asks every seller that the viewer can reach, and combines their answers into one ranking. Never fails because of a
 * seller.
 */
export async function search(
  { session, buyer, refine, waitMs }: Search,
  ctx: CallContext,
  sellers?: Promise<readonly ListedSeller[]>,
): Promise<Answer> {
  const { criteria, currency } = session;
  const listed = await (sellers ?? findSellers(criteria, ctx));
  const sold = soldIn(session);
  const { asks, read } = readAsks(refine, criteria, { shown: shownIn(session), sellers: listed });
  const understood = { ...criteria, asks };
  const forSellers = refine.filter((_, index) => !read[index]?.isOwn);
  const tell = reportSellers(listed, waitMs, ctx.tell);
  const answers = await askSellers(listed, {
    call: { buyer, now: ctx.now, requestId: ctx.requestId },
    budgetMs: waitMs,
    log: ctx.log,
    heard(answer) {
      tell(answer);
      // What a brief is held against is read while slower sellers are waited for.
      return briefOf(understood)?.trim() ? readOffers(offersOf(answer)) : undefined;
    },
    requestFor({ agentId }) {
      const refinements = forSellers.filter((one) => concerns(one, agentId, sold));
      return requestOf({ criteria: understood, currency }, refinements);
    },
  });
  const offers = answers.flatMap(offersOf);
  const nearness = await nearnessFor(briefOf(understood), offers, ctx);
  const omitted = omissions(refine, asksInForce(understood));
  const found = await fitProducts(offers, understood, { currency, omissions: omitted, nearness });
  const { ranked, removed, nothing } = found;
  const anyListed = listed.length > 0 || (await ctx.sellers.discoverable(ctx.viewer, {})).length > 0;
  const why = ranked.length > 0 ? [] : emptyReasonsOf({ criteria: understood, currency, answers, anyListed, removed });
  const groups = groupsOf(session.discoveryId, ranked);
  return {
    criteria: understood,
    groups,
    proposals: proposalsOf(answers, refine, groups),
    diagnostics: {
      waitMs,
      agentResults: answers.map(resultOf),
      incompleteAgents: answers.flatMap(({ incomplete }) => incomplete),
      removed,
      emptyReasons: nothing ? [nothing, ...why] : why,
      refinementApplied: joinOutcomes(refine, sold, answers, read),
      ...(found.reading && { reading: found.reading, versions: found.versions }),
    },
  };
}

/** What the session last showed, best first: "the second" is one of these. */
function shownIn({ groups }: Discovery): Market["shown"] {
  return rankedIn(groups).map(({ found, seller }) => ({
    salesAgentId: seller.salesAgentId,
    salesAgentName: seller.salesAgentName,
    product: found.product,
  }));
}

/** Stores the answer in the session; its selections are kept. PostgreSQL takes it in while the caller goes on. */
export async function settleSearch(begun: Search, answer: Answer, ctx: Context): Promise<Discovery> {
  const { session, isNew, campaignId: tiedTo } = begun;
  // What is new is waited for by nobody else who writes in the log.
  if (isNew && tiedTo === undefined) ctx.expectAudit();
  const { discoveryId, campaignId } = session;
  const revised = { type: "discovery.revision", resourceType: "DISCOVERY", resourceId: discoveryId } as const;
  // Before what takes long: the commit waits for who listens.
  await publish(ctx, { ...revised, data: { discoveryId, campaignId } });
  await saveSession(ctx, begun, answer);
  await sendNow(ctx.db);
  return { ...session, ...answer, discoveredAt: ctx.now };
}

/** Sellers receive what the buyer said, never our defaults: what those remove is then counted here. */
function requestOf(
  { criteria, currency }: Pick<Discovery, "criteria" | "currency">,
  refine: readonly Refinement[],
): ProductsRequest {
  const { channels = [], countries = [], flight, budget } = criteria;
  const brief = briefOf(criteria);
  return {
    ...(brief && { brief }),
    ...(channels.length > 0 && { channels }),
    ...(countries.length > 0 && { countries }),
    ...(flight && { flight }),
    ...(budget !== undefined && { budget: { amount: budget, currency } }),
    ...(refine.length > 0 && { refine }),
  };
}

function soldIn({ groups, proposals }: Discovery): Sold {
  return {
    products: groups.flatMap(({ products, ...group }) =>
      products.map(({ product }) => ({ ...group, productId: product.productId })),
    ),
    proposals: proposals.map(({ proposal, ...seller }) => ({ ...seller, proposalId: proposal.proposalId })),
  };
}

function offersOf({ salesAgentId, salesAgentName, storefrontId, products }: SellerAnswer) {
  return products.map((product) => ({ salesAgentId, salesAgentName, storefrontId, product }));
}

/** What this request omits, and what earlier ones said of products and sellers. */
function omissions(refine: readonly Refinement[], asks: readonly Ask[]): Filter[] {
  const { products } = omissionsOf(refine);
  const keyOf = (salesAgentId: string, productId: string) => `${salesAgentId} ${productId}`;
  const omits = asks.flatMap((ask) => ask.omits ?? []);
  const omitted = new Set(omits.map(({ salesAgentId, productId }) => keyOf(salesAgentId, productId)));
  const isWelcome = welcomeSellers(asks);
  return [
    {
      name: "omitted",
      because: "refinement",
      keeps: ({ productId }, { salesAgentId }) =>
        !products.has(productId) && !omitted.has(keyOf(salesAgentId, productId)) && isWelcome(salesAgentId),
      has: ({ productId }) => [productId],
    },
  ];
}

function groupsOf(discoveryId: string, ranked: readonly (Offerer & FoundProduct)[]): ProductGroup[] {
  return groupBySeller(ranked).map(({ items, ...seller }, index) => ({
    ...seller,
    groupId: `ctx_${discoveryId}-group-${index}`,
    groupName: seller.salesAgentName,
    products: items.map(({ product, relevance, rank }) => ({
      product,
      relevance,
      ...(rank !== undefined && { rank }),
    })),
  }));
}

/** A proposal for nothing that is left after filtering could not be applied. */
function proposalsOf(
  answers: readonly SellerAnswer[],
  refine: readonly Refinement[],
  groups: readonly ProductGroup[],
): OfferedProposal[] {
  const { proposals: omitted } = omissionsOf(refine);
  const shown = new Map(
    groups.map(({ salesAgentId, products }) => [
      salesAgentId,
      new Set(products.map(({ product }) => product.productId)),
    ]),
  );
  return answers.flatMap(({ salesAgentId, salesAgentName, storefrontId, proposals }) => {
    const left = shown.get(salesAgentId);
    return proposals
      .filter(({ proposalId }) => !omitted.has(proposalId))
      .filter(({ allocations }) => allocations.some(({ productId }) => left?.has(productId)))
      .map((proposal) => ({ salesAgentId, salesAgentName, storefrontId, proposal }));
  });
}
