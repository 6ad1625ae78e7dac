export { getOwnStorefront, lockOwnStorefront } from "./change-storefront.ts";
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
  keepDomainChallenge,
  listListedStorefronts,
  proveOperatorDomain,
  verifyOperatorDomain,
} from "./store.ts";
export {
  type BackingSource,
  type MarketplaceState,
  type Storefront,
} from "./storefront.ts";
