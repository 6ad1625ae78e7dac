export type { BlobContent, Blobs } from "./blobs.ts";
export { type BlobSettings, openBlobs } from "./open-blobs.ts";
export { openSpool, type Spool, type Spooled } from "./spool.ts";
