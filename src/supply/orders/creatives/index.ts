export { followClock } from "../changes/follow-clock.ts";
export { isRunning, isUndecided } from "../legs/leg.ts";
export type { BuyerOfStorefront, Order } from "../order.ts";
export { findOrder, listOrders, listOrdersOfBuyer } from "../store.ts";
export { watchNow } from "../watch/watch-order.ts";
export { findShowing, passOnCreatives } from "./pass-on-creatives.ts";
