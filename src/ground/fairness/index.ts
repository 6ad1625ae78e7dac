export { FairQueue, type ReleaseTurn } from "./fair-queue.ts";
export { type FairnessSettings, openShares, type Share, type Shares } from "./shares.ts";
export { openUploads, type Uploads } from "./uploads.ts";
