import { field, type ModuleContract } from "../contract.ts";
import type { Stage } from "../stage.ts";
import {
  BOOKS,
  byMachine,
  CREATIVE_ID,
  mediaBuyIdFor,
  RELEASES,
  setup,
  TAKES_CREATIVES,
} from "./trafficking-stages.ts";

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
    BOOKS,
    RELEASES,
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
    TAKES_CREATIVES,
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
    mediaBuyIdFor(["FINALIZE_BOOKING", "RELEASE_BOOKING", "TRAFFIC_CAMPAIGN", "UPDATE_CAMPAIGN"]),
    CREATIVE_ID,
    field({
      key: "upstreamOrderId",
      source: "MODULE_RESULT",
      valueType: "STRING",
      required: true,
      requiredFor: ["SYNC_STATUS", "IMPORT_REPORTING"],
    }),
  ],
};
