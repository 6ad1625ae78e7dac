export { isRefused } from "../legs/leg.ts";
export type { Order } from "../order.ts";
export { findOrder } from "../store.ts";
export {
  APPROVAL_STATUSES,
  type Approval,
  type ApprovalStatus,
  TRANSITIONS,
} from "./approval.ts";
export { leaveTelling, telling } from "./leave-telling.ts";
export { forwardAgain, forwardHeld, refuseHeld } from "./lift-hold.ts";
export { placeForwarded } from "./place-forwarded.ts";
export type { Screening } from "./screening.ts";
export {
  findApproval,
  findNextExpiry,
  listApprovals,
  listDueExpiriesOfAllCustomers,
  lockApproval,
  saveDecision,
} from "./store.ts";
