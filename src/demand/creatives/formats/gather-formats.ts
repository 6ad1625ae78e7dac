import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import {
  type BuyerIdentity,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
  withinDeadline,
} from "../../../ground/seller-agent/index.ts";
import type { ListedSeller } from "../../../ground/seller-agent/sellers.ts";
import { findCustomer } from "../../../platform/customers/index.ts";
import { type FormatsFailure, isFresh, type SellerFormats } from "./seller-formats.ts";
import { listSellerFormats } from "./store.ts";

/** What is remembered of sellers' formats, and the identity under which sellers are asked again. */
export interface FormatsClaim {
  readonly remembered: readonly SellerFormats[];
  readonly buyer: BuyerIdentity;
}

export interface CollectedFormats {
  /** The formats of the sellers that the viewer may reach, in the sellers' order. */
  readonly reported: readonly SellerFormats[];
  /** The new answers of sellers that were just asked, to be stored. */
  readonly asked: readonly SellerFormats[];
}

/** A longer list is truncated: nobody would read it. */
const MOST_FORMATS = 500;
const MOST_MESSAGE = 500;
/** A seller's deadline is a little earlier than ours, so that there is time to say why it has no answer. */
const HEAD_START = 0.9;

/** Formats belong to no advertiser, so sellers are asked on behalf of the organisation. */
export async function claimFormats({ db, viewer }: Context): Promise<FormatsClaim> {
  const { customerId, sandbox } = viewer;
  const [customer, remembered] = await Promise.all([findCustomer(db, customerId), listSellerFormats(db, customerId)]);
  const { company: name = "", domain: operatorDomain = null } = customer ?? {};
  return { remembered, buyer: { customerId, name, operatorDomain, brandDomain: null, sandbox } };
}

/** Asks, in parallel and within the budget of a discovery, every seller whose answer is not fresh. */
export async function collectFormats({ remembered, buyer }: FormatsClaim, ctx: CallContext): Promise<CollectedFormats> {
  const wall = wallOf(ctx);
  const known = new Map(remembered.map((reported) => [reported.salesAgentId, reported]));
  const sellers = await ctx.sellers.discoverable(ctx.viewer, {});
  const reported = await Promise.all(
    sellers.map(async (seller) => {
      const before = known.get(seller.agentId);
      return before && isFresh(before, wall) ? before : ask(seller, before, buyer, ctx);
    }),
  );
  return { reported, asked: reported.filter((one) => one !== known.get(one.salesAgentId)) };
}

async function ask(
  { agent, agentId: salesAgentId, name: salesAgentName }: ListedSeller,
  before: SellerFormats | undefined,
  buyer: BuyerIdentity,
  ctx: CallContext,
): Promise<SellerFormats> {
  const budgetMs = ctx.installation.discoveryTimeoutMs;
  const call: SellerCall = {
    buyer,
    timeoutMs: Math.floor(budgetMs * HEAD_START),
    now: ctx.now,
    requestId: ctx.requestId,
  };
  const late = () => new SellerUnreachable(salesAgentName, "timeout", `no answer within ${budgetMs} ms`);
  const about = { salesAgentId, salesAgentName, askedAt: wallOf(ctx) };
  try {
    const formats = await withinDeadline(budgetMs, late, () => agent.listCreativeFormats(call));
    return { ...about, formats: formats.slice(0, MOST_FORMATS), failure: null };
  } catch (error) {
    return { ...about, formats: before?.formats ?? [], failure: failureOf(error, salesAgentId, ctx) };
  }
}

function failureOf(error: unknown, agentId: string, { log, requestId }: CallContext): FormatsFailure {
  if (error instanceof SellerRefused) return { reason: "refused", message: error.message.slice(0, MOST_MESSAGE) };
  if (error instanceof SellerUnreachable) {
    const { reason, message } = error;
    const reported = reason === "unauthorized" ? "refused" : reason === "too_large" ? "malformed" : reason;
    return { reason: reported, message: message.slice(0, MOST_MESSAGE) };
  }
  log.error({ err: error, agentId, requestId }, "a seller broke while it was asked for formats");
  return { reason: "malformed", message: "its answer could not be read" };
}
