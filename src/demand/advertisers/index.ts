export type { Advertiser } from "./advertiser.ts";
export { getAdvertiser } from "./change-advertiser.ts";
export { AdvertiserPath } from "./schema.ts";
export { findAdvertiser } from "./store.ts";
