export type { BuyerOfStorefront } from "../order.ts";
export { type AskedHold, type Held, holdProposal } from "./hold-proposal.ts";
export { mayTake, type ProposalHold, packagesOf } from "./proposal-hold.ts";
export { readHold, returnHold } from "./take-hold.ts";
