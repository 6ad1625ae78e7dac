import type { CallContext, Context } from "../../ground/kernel/context.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { callContext, inTransaction } from "../../ground/kernel/perform.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";

/** The seller's side of a buyer's request: transactions in the seller's tenant, and external calls between them. */
export interface SellerSide {
  readonly customerId: number;
  /** For use between transactions. */
  readonly out: CallContext;
  read<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  write<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

export async function openSellerSide(host: Host, customerId: number, requestId: string): Promise<SellerSide> {
  const seller = await host.viewerOf(customerId);
  if (!seller) throw new Error(`the seller ${customerId} is gone, and its storefront is not`);
  return sellerSideOf(host, seller, requestId);
}

/** For callers that already know the seller's current state. */
export function sellerSideOf(host: Host, seller: Viewer, requestId: string): SellerSide {
  let out: CallContext | undefined;
  return {
    customerId: seller.customerId,
    // Created on demand, because most requests make no external calls.
    get out() {
      return (out ??= callContext(host, seller, requestId));
    },
    read: (work) => inTransaction(host, seller, requestId, "read", work),
    write: (work) => inTransaction(host, seller, requestId, "write", work),
  };
}
