export { currencyChanged, getOwnStorefront, lockOwnStorefront } from "./change-storefront.ts";
export {
  blockersOf,
  checksOf,
  type EffectiveStatus,
  effectiveStatusOf,
  type ReadinessCheck,
} from "./readiness.ts";
export { nameOf, type StorefrontRef, storefrontRef } from "./schema.ts";
export { slugOf } from "./slug.ts";
export {
  findStorefrontOf,
  hasColleagueAt,
  listListedStorefronts,
  proveOperatorDomain,
  saveDomainChallenge,
} from "./store.ts";
export { type MarketplaceState, type Storefront } from "./storefront.ts";
