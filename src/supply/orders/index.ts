export { askInTime, asSellerFailure, forSources } from "./ask-source.ts";
export { changeOrder } from "./changes/change-order.ts";
export type { RuleVerdict } from "./claim-order.ts";
export { followTask, listMediaBuys } from "./follow-orders.ts";
export {
  closedReason,
  type OpenedSource,
  type OwnedSource,
  openSources,
  ownedOf,
  readActiveSources,
  wantedBy,
} from "./open-sources.ts";
export { placeOrder } from "./place-order.ts";
export { readDelivery } from "./read-delivery.ts";
export { openSellerSide, type SellerSide, sellerSideOf } from "./seller-side.ts";
