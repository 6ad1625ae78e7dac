import { field, type ModuleContract, stage, type TaskContract } from "../contract.ts";
import type { Stage } from "../stage.ts";

export const manualTrafficking: ModuleContract = {
  contractId: "manual-trafficking:v1",
  moduleType: "manual_trafficking",
  primaryKind: "TRAFFICKING",
  displayName: "Manual trafficking with a human queue",
  stages: [
    byPeople("FINALIZE_BOOKING", {
      workItemKind: "EXECUTE_UPSTREAM_BOOKING",
      requiredInputKeys: ["bookingId", "campaignName"],
      requiredResultKeys: ["upstreamOrderId"],
      idempotencyKeyFields: ["bookingId"],
    }),
    byPeople("SYNC_CREATIVES", {
      workItemKind: "MAP_CREATIVE_REF",
      requiredInputKeys: ["bookingId"],
      requiredResultKeys: ["clientCopyMasterRef"],
      idempotencyKeyFields: ["bookingId", "creativeId"],
    }),
    byPeople("TRAFFIC_CAMPAIGN", {
      // The published contract has only this kind for trafficking, whatever the system is.
      workItemKind: "TRAFFIC_TO_CADENT",
      requiredInputKeys: ["bookingId", "upstreamOrderId", "clientCopyMasterRef"],
      requiredResultKeys: ["trafficRef"],
      idempotencyKeyFields: ["bookingId"],
    }),
    byPeople("UPDATE_CAMPAIGN", {
      workItemKind: "GENERAL",
      requiredInputKeys: ["bookingId", "changes"],
      requiredResultKeys: ["applied"],
      idempotencyKeyFields: ["bookingId", "revision"],
    }),
  ],
  fields: [
    field({
      key: "targetSystem",
      label: "Upstream system name",
      source: "MODULE_CONFIG",
      valueType: "STRING",
      required: true,
      requiredFor: ["FINALIZE_BOOKING", "TRAFFIC_CAMPAIGN", "UPDATE_CAMPAIGN"],
    }),
    field({
      key: "dueHours",
      source: "MODULE_CONFIG",
      valueType: "NUMBER",
      required: false,
      requiredFor: ["TRAFFIC_CAMPAIGN"],
    }),
    field({
      key: "mediaBuyId",
      source: "MEDIA_BUY_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["FINALIZE_BOOKING", "TRAFFIC_CAMPAIGN", "UPDATE_CAMPAIGN"],
    }),
    field({
      key: "clientCopyMasterRef",
      source: "CREATIVE_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["SYNC_CREATIVES", "TRAFFIC_CAMPAIGN"],
    }),
  ],
};

type OwnWords = Pick<
  TaskContract,
  "workItemKind" | "requiredInputKeys" | "requiredResultKeys" | "idempotencyKeyFields"
>;

function byPeople(name: Stage, words: OwnWords) {
  return stage(name, "HITL", { completionPolicy: "HUMAN_COMPLETES", defaultActor: "operator", ...words });
}
