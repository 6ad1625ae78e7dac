import type { Outcome } from "../../ground/dispatch/index.ts";
import { stillRemembers } from "../../ground/dispatch/index.ts";
import { type CallContext, wallOf } from "../../ground/kernel/context.ts";
import {
  type BuyerIdentity,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import type { MediaBuy } from "./media-buy.ts";
import { errorOf } from "./refusal.ts";
import type { SellerResponse } from "./seller-response.ts";

/**
 * Calls the seller of a buy on behalf of the buyer identity under which it was first sent. Never throws, because any
 * failure has to be recorded: an unforeseen error leaves the same doubt as a missing answer.
 */
export async function askSeller<T>(
  ctx: CallContext,
  { salesAgentId, salesAgentName, buyer, mediaBuyId }: MediaBuy,
  ask: (agent: SellerAgent, call: SellerCall) => Promise<T>,
): Promise<SellerResponse<T>> {
  try {
    const seller = await ctx.sellers.find(ctx.viewer, salesAgentId);
    if (!seller || !buyer)
      return { kind: "silence", message: `${salesAgentName} cannot be reached: it is not open to you at the moment` };
    return { kind: "answered", answer: await ask(seller.agent, callAs(ctx, buyer)) };
  } catch (error) {
    if (error instanceof SellerRefused) return { kind: "refused", errors: error.errors };
    if (error instanceof SellerUnreachable) return { kind: "silence", message: error.message };
    ctx.log.error({ err: error, mediaBuyId, requestId: ctx.requestId }, "a call to a seller failed");
    return { kind: "silence", message: `the call to ${salesAgentName} failed` };
  }
}

/**
 * Whether a request on which the seller may already have acted can be repeated. Returns undefined if it can, because
 * the seller recognises repeated requests; otherwise returns a result that stands in for the attempt's.
 */
export async function outcomeUnlessRetryable(
  ctx: CallContext,
  buy: MediaBuy,
  sentAt: Date | null,
): Promise<Outcome<never> | undefined> {
  if (!sentAt) return undefined;
  const response = await askSeller(ctx, buy, (agent, call) => stillRemembers(agent, sentAt, call, wallOf(ctx)));
  if (response.kind === "answered" && response.answer === true) return undefined;
  // A seller that refuses to state its capabilities has not thereby refused the buy.
  if (response.kind === "refused") return { kind: "unknown", message: errorOf(response.errors).message };
  if (response.kind === "silence") return { kind: "unknown", message: response.message };
  if (response.answer === undefined)
    return { kind: "unknown", message: `${buy.salesAgentName} does not say whether it remembers the request` };
  return { kind: "lost", message: `${buy.salesAgentName} can no longer tell a retry from a new request` };
}

function callAs({ installation, now, requestId }: CallContext, buyer: BuyerIdentity): SellerCall {
  return { buyer, timeoutMs: installation.sellerTimeoutMs, now, requestId };
}
