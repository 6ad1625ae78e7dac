export { applyProposals } from "./apply-proposals.ts";
export { MediaBuyOperation, UpdateMediaBuyBody, unusedIn } from "./media-buy-operation.ts";
export { type Proposal, proposeOperations } from "./propose.ts";
