import type { CallContext } from "../../../ground/kernel/context.ts";
import { BadRequest, Invalid, NotFound, Unavailable } from "../../../ground/kernel/errors.ts";
import {
  type BuyerIdentity,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";

/** A source as a buyer names it, and the identity under which it is asked. */
export interface SourceLookup {
  readonly buyer: BuyerIdentity;
  readonly storefrontId: number;
  readonly sourceId: string;
}

/**
 * Asks the storefront of a source. Throws `NotFound` if the viewer has none, `Invalid` with the refused field,
 * `BadRequest` if the source itself refuses, and `Unavailable` if nobody answers.
 */
export async function askStorefront<T>(
  ctx: CallContext,
  { buyer, storefrontId, sourceId }: SourceLookup,
  ask: (agent: SellerAgent, call: SellerCall) => Promise<T>,
): Promise<T> {
  const seller = await ctx.sellers.findAt(ctx.viewer, storefrontId);
  if (!seller) throw noSource(storefrontId, sourceId);
  const { installation, now, requestId } = ctx;
  try {
    return await ask(seller.agent, { buyer, timeoutMs: installation.sellerTimeoutMs, now, requestId });
  } catch (error) {
    if (error instanceof SellerUnreachable)
      throw new Unavailable(`${error.message}: try again later`, { cause: error });
    if (!(error instanceof SellerRefused)) throw error;
    const [first] = error.errors;
    if (first?.code === "REFERENCE_NOT_FOUND" && first.field === "sourceId") throw noSource(storefrontId, sourceId);
    if (first?.field === "credentialId")
      throw new Invalid(first.message, { field: first.field, details: first.details, cause: error });
    throw new BadRequest(error.message, { cause: error });
  }
}

function noSource(storefrontId: number, sourceId: string): NotFound {
  return new NotFound(`there is no source ${sourceId} in storefront ${storefrontId}`);
}
