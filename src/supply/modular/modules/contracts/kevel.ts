import { field, type ModuleContract, stage, type TaskContract } from "../contract.ts";
import type { Stage } from "../stage.ts";

const CHANGING: readonly Stage[] = [
  "FINALIZE_BOOKING",
  "RELEASE_BOOKING",
  "SYNC_CREATIVES",
  "TRAFFIC_CAMPAIGN",
  "UPDATE_CAMPAIGN",
];

/** An ad server: campaigns, flights, creatives and reports of Kevel's Management API (docs/kevel.md). */
export const kevel: ModuleContract = {
  contractId: "kevel:v1",
  moduleType: "kevel",
  primaryKind: "TRAFFICKING",
  displayName: "Kevel ad server",
  stages: [
    byMachine("FINALIZE_BOOKING", {
      fallbackWorkItemKind: "EXECUTE_UPSTREAM_BOOKING",
      requiredInputKeys: ["bookingId"],
      requiredResultKeys: ["upstreamOrderId"],
      idempotencyKeyFields: ["bookingId"],
    }),
    byMachine("RELEASE_BOOKING", {
      fallbackWorkItemKind: "GENERAL",
      requiredInputKeys: ["upstreamOrderId"],
      requiredResultKeys: ["cancelled"],
      idempotencyKeyFields: ["bookingId"],
    }),
    byMachine("RECONCILE_DELIVERY", {
      automationMode: "AUTOMATED",
      completionPolicy: "MODULE_COMPLETES",
      defaultActor: "system",
      requiredInputKeys: ["days"],
      requiredResultKeys: [],
      outputKeys: ["reconciliation"],
      idempotencyKeyFields: ["bookingId", "reportId"],
      blocksStage: false,
    }),
    byMachine("SYNC_CREATIVES", {
      fallbackWorkItemKind: "SYNC_UPSTREAM_CREATIVE",
      requiredInputKeys: ["bookingId", "creativeId"],
      requiredResultKeys: ["upstreamCreativeId"],
      idempotencyKeyFields: ["bookingId", "creativeId"],
    }),
    byMachine("TRAFFIC_CAMPAIGN", {
      fallbackWorkItemKind: "RESOLVE_TRAFFICKING_ERROR",
      requiredInputKeys: ["bookingId", "upstreamOrderId", "clientCopyMasterRef"],
      requiredResultKeys: ["trafficRef"],
      idempotencyKeyFields: ["bookingId"],
    }),
    byMachine("UPDATE_CAMPAIGN", {
      fallbackWorkItemKind: "GENERAL",
      requiredInputKeys: ["bookingId", "changes"],
      requiredResultKeys: ["applied"],
      idempotencyKeyFields: ["bookingId", "revision"],
    }),
    byMachine("SYNC_STATUS", {
      automationMode: "AUTOMATED",
      completionPolicy: "MODULE_COMPLETES",
      requiredInputKeys: ["upstreamOrderId"],
      requiredResultKeys: [],
      outputKeys: ["upstreamStatus"],
      idempotencyKeyFields: ["upstreamOrderId", "pollWindow"],
      blocksStage: false,
    }),
    byMachine("IMPORT_REPORTING", {
      fallbackWorkItemKind: "UPLOAD_FINAL_REPORT",
      requiredInputKeys: ["bookingId", "upstreamOrderId"],
      requiredResultKeys: ["reportId", "deliveredImpressions"],
      outputKeys: ["days"],
      idempotencyKeyFields: ["bookingId"],
    }),
  ],
  fields: [
    setup("credential:API_KEY", "STRING", [...CHANGING, "SYNC_STATUS", "IMPORT_REPORTING"]),
    setup("advertiserId", "NUMBER", ["FINALIZE_BOOKING", "SYNC_CREATIVES"]),
    setup("priorityId", "NUMBER", ["FINALIZE_BOOKING"]),
    setup("adTypeId", "NUMBER", ["SYNC_CREATIVES"]),
    setup("pollMinutes", "NUMBER", ["SYNC_STATUS"]),
    { ...setup("endpointUrl", "STRING", []), required: false },
    { ...setup("settlingHours", "NUMBER", []), required: false },
    field({
      key: "mediaBuyId",
      source: "MEDIA_BUY_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["FINALIZE_BOOKING", "RELEASE_BOOKING", "TRAFFIC_CAMPAIGN", "UPDATE_CAMPAIGN"],
    }),
    field({
      key: "creativeId",
      source: "CREATIVE_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["SYNC_CREATIVES", "TRAFFIC_CAMPAIGN"],
    }),
    field({
      key: "upstreamOrderId",
      source: "MODULE_RESULT",
      valueType: "STRING",
      required: true,
      requiredFor: ["SYNC_STATUS", "IMPORT_REPORTING"],
    }),
  ],
};

type OwnWords = Pick<TaskContract, "requiredInputKeys" | "requiredResultKeys" | "idempotencyKeyFields"> &
  Partial<TaskContract>;

function byMachine(name: Stage, words: OwnWords) {
  return stage(name, "AUTOMATED", {
    automationMode: "AUTOMATED_WITH_HITL_FALLBACK",
    completionPolicy: "MODULE_OR_HUMAN_COMPLETES",
    defaultActor: "module",
    ...words,
  });
}

function setup(key: string, valueType: "STRING" | "NUMBER", requiredFor: readonly Stage[]) {
  return field({ key, source: "MODULE_CONFIG", valueType, required: true, requiredFor });
}
