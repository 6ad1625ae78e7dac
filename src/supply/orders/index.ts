export { askInTime, asSellerFailure, forSources } from "./ask-source.ts";
export { changeOrder } from "./changes/change-order.ts";
export { followTask, listMediaBuys } from "./follow-orders.ts";
export { hearLeg } from "./legs/hear-leg.ts";
export { isTokenOf } from "./legs/leg-webhook.ts";
export {
  howToConnect,
  type OpenedSource,
  openSources,
  readActiveSources,
  wantedBy,
} from "./open-sources.ts";
export { placeOrder } from "./place-order.ts";
export { joinProductId, splitProductId } from "./product-id.ts";
export { readDelivery } from "./read-delivery.ts";
export { refusal } from "./refusal.ts";
export { openSellerSide, type SellerSide } from "./seller-side.ts";
