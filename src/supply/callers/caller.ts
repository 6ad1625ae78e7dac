import type { SellerSide } from "../orders/index.ts";

/** Somebody who calls a storefront's agent, seen from the seller's side. What is kept of it is kept by its principal. */
export interface Caller {
  readonly side: SellerSide;
  readonly storefrontId: number;
  /** As orders name a buyer: `c:12` for our customer 12. */
  readonly principal: string;
}
