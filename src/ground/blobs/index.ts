export { assetKeyOf, type BlobContent, type Blobs } from "./blobs.ts";
export { Counted } from "./counted.ts";
export { type BlobSettings, openBlobs } from "./open-blobs.ts";
export { openSpool, type Spool, type Spooled } from "./spool.ts";
