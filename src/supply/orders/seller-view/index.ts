export { forwardOutcomeOf, type SoldLeg, type SoldOrder, settledAt } from "./sold-order.ts";
export { listSoldOrders } from "./store.ts";
