import type { SellerSide } from "../orders/index.ts";

/** A caller of a storefront's agent, from the seller's side. Its data is stored under its principal. */
export interface Caller {
  readonly side: SellerSide;
  readonly storefrontId: number;
  /** The buyer's name in orders: `c:12` for our customer 12. */
  readonly principal: string;
}
