export { isRunning, isUndecided } from "../legs/leg.ts";
export type { BuyerOfStorefront, Leg, Order } from "../order.ts";
export { findOrder, listOrders, listOrdersOfBuyer, moveBuyerClock } from "../store.ts";
export { watchNow } from "../watch/watch-order.ts";
export { findShowing, type PassedOn, passOnCreatives } from "./pass-on-creatives.ts";
