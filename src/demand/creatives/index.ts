export { isAssetLink, type LinkTerms } from "./assets/asset-link.ts";
export { findAssetOfAnyCustomer, findUnsignedAssetOfAnyCustomer, type HeldAsset } from "./assets/store.ts";
export { type Coverage, NOTHING_REQUIRED } from "./coverage/coverage.ts";
export { CoverageView, coverageOfCampaigns, viewOfCoverage } from "./coverage/read-coverage.ts";
export { enqueueCreatives, passOnCreatives } from "./showing/pass-on.ts";
export {
  type CampaignCreatives,
  type DroppedCreative,
  droppedOf,
  listDroppedCreatives,
  readCampaignCreatives,
  showCreatives,
} from "./showing/show-creatives.ts";
export { hasCreatives } from "./store.ts";
