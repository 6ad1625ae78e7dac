export type { Approval } from "./approval.ts";
export { screenOrder } from "./screen-order.ts";
export { findApproval, listApprovals } from "./store.ts";
