export type { Approval } from "./approval.ts";
export { holdEvery, screenOrder } from "./screen-order.ts";
export { findApproval, listApprovals } from "./store.ts";
