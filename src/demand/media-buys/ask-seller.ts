import type { CallContext } from "../../ground/kernel/context.ts";
import {
  type BuyerIdentity,
  type SellerAgent,
  type SellerCall,
  type SellerError,
  SellerRefused,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import type { MediaBuy } from "./media-buy.ts";

/** What was heard of a seller: its answer, its refusal to give one, or nothing to speak of. */
export type SellerResponse<T> =
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "refused"; readonly errors: readonly SellerError[] }
  | { readonly kind: "silence"; readonly message: string };

/**
 * Asks the seller of a buy, as the buyer it was first sent as. Never throws: whatever goes wrong out there must still be
 * written down, and a failure that nobody foresaw leaves the same doubt as silence.
 */
export async function askSeller<T>(
  ctx: CallContext,
  { salesAgentId, salesAgentName, buyer, mediaBuyId }: MediaBuy,
  ask: (agent: SellerAgent, call: SellerCall) => Promise<T>,
): Promise<SellerResponse<T>> {
  try {
    const seller = await ctx.sellers.find(ctx.viewer, salesAgentId);
    if (!seller || !buyer)
      return { kind: "silence", message: `${salesAgentName} cannot be reached: it is not open to you now` };
    return { kind: "answered", answer: await ask(seller.agent, callAs(ctx, buyer)) };
  } catch (error) {
    if (error instanceof SellerRefused) return { kind: "refused", errors: error.errors };
    if (error instanceof SellerUnreachable) return { kind: "silence", message: error.message };
    ctx.log.error({ err: error, mediaBuyId, requestId: ctx.requestId }, "a call to a seller failed");
    return { kind: "silence", message: `the call to ${salesAgentName} failed` };
  }
}

function callAs({ installation, now, requestId }: CallContext, buyer: BuyerIdentity): SellerCall {
  return { buyer, timeoutMs: installation.sellerTimeoutMs, now, requestId };
}
