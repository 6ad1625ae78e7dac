import { field, type ModuleContract, stage } from "../contract.ts";

export const staticAvailsFeed: ModuleContract = {
  contractId: "static-avails-feed:v1",
  moduleType: "static_avails_feed",
  primaryKind: "INVENTORY_FEED",
  displayName: "Static avails feed (CSV, JSON, XLSX)",
  stages: [
    stage("INGEST_AVAILS", "AUTOMATED", {
      automationMode: "AUTOMATED_WITH_HITL_FALLBACK",
      completionPolicy: "MODULE_OR_HUMAN_COMPLETES",
      defaultActor: "operator",
      fallbackWorkItemKind: "CONFIRM_AVAILS",
      requiredInputKeys: ["rows"],
      requiredResultKeys: ["confirmed"],
      outputKeys: ["avails"],
      idempotencyKeyFields: ["sourceId", "contentDigest"],
    }),
    stage("GET_PRODUCTS", "AUTOMATED", {
      completionPolicy: "NO_TASK",
      defaultActor: "system",
      requiredInputKeys: [],
      requiredResultKeys: [],
      outputKeys: ["products"],
      idempotencyKeyFields: [],
      blocksStage: false,
    }),
  ],
  fields: [
    config("defaultCurrency", "STRING"),
    config("maxFeedAgeHours", "NUMBER"),
    field({
      key: "avails",
      source: "INVENTORY_FEED",
      valueType: "ARRAY",
      required: true,
      requiredFor: ["INGEST_AVAILS", "GET_PRODUCTS"],
    }),
  ],
};

function config(key: string, valueType: "STRING" | "NUMBER") {
  return field({ key, source: "MODULE_CONFIG", valueType, required: false, requiredFor: ["INGEST_AVAILS"] });
}
