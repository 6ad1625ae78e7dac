import { type CallContext, type Context, wallOf } from "../../ground/kernel/context.ts";
import {
  type BuyerIdentity,
  SellerRefused,
  SellerUnreachable,
  type Signal,
  withinDeadline,
} from "../../ground/seller-agent/index.ts";
import type { ListedSeller } from "../../ground/seller-agent/sellers.ts";
import { findCustomer } from "../../platform/customers/index.ts";
import { isFresh, type SignalQuery } from "./listed-signal.ts";
import { listAskings, saveSignals } from "./store.ts";

export interface SignalsClaim {
  readonly askings: readonly SignalQuery[];
  readonly buyer: BuyerIdentity;
}

export interface CollectedSignals {
  /** The storefronts that the viewer can discover now. */
  readonly salesAgentIds: readonly string[];
  /** The answers of the storefronts that were just asked. */
  readonly asked: readonly { readonly asking: SignalQuery; readonly signals: readonly Signal[] }[];
}

/** A longer list is truncated: nobody would read it. */
const MOST_SIGNALS = 1_000;

/** Signals belong to no advertiser, so storefronts are asked on behalf of the organisation. */
export async function claimSignals({ db, viewer }: Context): Promise<SignalsClaim> {
  const { customerId, sandbox } = viewer;
  const [customer, askings] = await Promise.all([findCustomer(db, customerId), listAskings(db, customerId)]);
  const { company: name = "", domain: operatorDomain = null } = customer ?? {};
  return { askings, buyer: { customerId, name, operatorDomain, brandDomain: null, sandbox } };
}

/** Asks every storefront whose answer is not fresh, in parallel; if one fails, its previous list is kept. */
export async function collectSignals({ askings, buyer }: SignalsClaim, ctx: CallContext): Promise<CollectedSignals> {
  const wall = wallOf(ctx);
  const fresh = new Set(askings.filter((one) => isFresh(one, wall)).map(({ salesAgentId }) => salesAgentId));
  const sellers = await ctx.sellers.discoverable(ctx.viewer, {});
  const stale = sellers.filter(({ agentId }) => !fresh.has(agentId));
  const answers = await Promise.all(stale.map((seller) => ask(seller, buyer, ctx)));
  return {
    salesAgentIds: sellers.map(({ agentId }) => agentId),
    asked: answers.flatMap((signals, index) => {
      const seller = stale[index];
      return signals && seller ? [{ asking: { salesAgentId: seller.agentId, askedAt: wall }, signals }] : [];
    }),
  };
}

export async function storeSignals({ db, viewer, now }: Context, { asked }: CollectedSignals): Promise<void> {
  for (const { asking, signals } of asked) await saveSignals(db, viewer.customerId, asking, signals, now);
}

async function ask(
  { agent, name }: ListedSeller,
  buyer: BuyerIdentity,
  { installation, now, requestId }: CallContext,
): Promise<readonly Signal[] | undefined> {
  const timeoutMs = installation.discoveryTimeoutMs;
  const late = () => new SellerUnreachable(name, "timeout", `no answer within ${timeoutMs} ms`);
  const ask = async () => (await agent.getSignals?.({ buyer, timeoutMs, now, requestId })) ?? [];
  try {
    return (await withinDeadline(timeoutMs, late, ask)).slice(0, MOST_SIGNALS);
  } catch (error) {
    if (error instanceof SellerRefused || error instanceof SellerUnreachable) return undefined;
    throw error;
  }
}
