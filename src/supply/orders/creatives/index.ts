export { isRunning, isUndecided } from "../legs/leg.ts";
export type { BuyerOfStorefront, Leg, Order } from "../order.ts";
export { findOrder, listOrders, listOrdersOfBuyer, moveBuyerClock } from "../store.ts";
export { findShowing, type PassedOn, passOnCreatives } from "./pass-on-creatives.ts";
