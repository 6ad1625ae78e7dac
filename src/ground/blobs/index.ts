export type { Blobs } from "./blobs.ts";
export { type BlobSettings, openBlobs } from "./open-blobs.ts";
