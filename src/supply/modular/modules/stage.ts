/** The stages of a modular source, in the order of the published contract (storefront contract §5.3). */
export const STAGES = [
  "LIST_ACCOUNTS",
  "INGEST_AVAILS",
  "SYNC_INVENTORY",
  "GET_PRODUCTS",
  "GET_MEDIA_BUYS",
  "GET_ACCOUNT_RESOURCES",
  "RESERVE_AVAILS",
  "FINALIZE_BOOKING",
  "RELEASE_BOOKING",
  "RECONCILE_DELIVERY",
  "SYNC_CREATIVES",
  "TRAFFIC_CAMPAIGN",
  "UPDATE_CAMPAIGN",
  "SYNC_STATUS",
  "IMPORT_REPORTING",
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_MODES = ["AUTOMATED", "HITL", "UNSUPPORTED"] as const;
export type StageMode = (typeof STAGE_MODES)[number];
