export type { BuyerOfStorefront } from "../order.ts";
export { holdProposal } from "./hold-proposal.ts";
export { mayTake, packagesOf } from "./proposal-hold.ts";
export { readHold } from "./take-hold.ts";
