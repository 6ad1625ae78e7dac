export { carryOut } from "./carry-out.ts";
export { MediaBuyOperation, UpdateMediaBuyBody, unusedIn } from "./operation.ts";
export { type Proposal, proposeOperations } from "./propose.ts";
