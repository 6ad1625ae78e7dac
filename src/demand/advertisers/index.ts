export type { Advertiser } from "./advertiser.ts";
export { buyerIdentityOf, findBuyerIdentity } from "./buyer-identity.ts";
export { missingEventSource } from "./event-sources/missing-event-source.ts";
export { getActiveAdvertiser, getAdvertiser } from "./get-advertiser.ts";
export { AdvertiserPath } from "./schema.ts";
export { listAdvertiserNames } from "./store.ts";
