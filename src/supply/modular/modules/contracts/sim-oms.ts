import { field, type ModuleContract, stage, type TaskContract } from "../contract.ts";
import type { Stage } from "../stage.ts";

const EVERY_STAGE: readonly Stage[] = ["FINALIZE_BOOKING", "RELEASE_BOOKING", "SYNC_CREATIVES", "TRAFFIC_CAMPAIGN"];

export const simOms: ModuleContract = {
  contractId: "sim-oms:v1",
  moduleType: "simulated_oms",
  primaryKind: "TRAFFICKING",
  displayName: "Simulated upstream order system",
  maturity: "sandbox",
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
    byMachine("SYNC_CREATIVES", {
      fallbackWorkItemKind: "SYNC_UPSTREAM_CREATIVE",
      requiredInputKeys: ["bookingId", "creativeId"],
      requiredResultKeys: ["upstreamCreativeId"],
      idempotencyKeyFields: ["bookingId", "creativeId"],
    }),
    byMachine("TRAFFIC_CAMPAIGN", {
      fallbackWorkItemKind: "RESOLVE_TRAFFICKING_ERROR",
      requiredInputKeys: ["bookingId", "upstreamOrderId"],
      requiredResultKeys: ["trafficRef"],
      idempotencyKeyFields: ["bookingId"],
    }),
  ],
  fields: [
    setup("endpointUrl"),
    setup("credential:API_KEY"),
    field({
      key: "failureRatePercent",
      source: "MODULE_CONFIG",
      valueType: "NUMBER",
      required: false,
      requiredFor: ["FINALIZE_BOOKING"],
    }),
    field({
      key: "mediaBuyId",
      source: "MEDIA_BUY_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["FINALIZE_BOOKING", "TRAFFIC_CAMPAIGN", "RELEASE_BOOKING"],
    }),
    field({
      key: "creativeId",
      source: "CREATIVE_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["SYNC_CREATIVES", "TRAFFIC_CAMPAIGN"],
    }),
  ],
};

type OwnWords = Pick<
  TaskContract,
  "fallbackWorkItemKind" | "requiredInputKeys" | "requiredResultKeys" | "idempotencyKeyFields"
>;

function byMachine(name: Stage, words: OwnWords) {
  return stage(name, "AUTOMATED", {
    automationMode: "AUTOMATED_WITH_HITL_FALLBACK",
    completionPolicy: "MODULE_OR_HUMAN_COMPLETES",
    defaultActor: "module",
    ...words,
  });
}

function setup(key: string) {
  return field({ key, source: "MODULE_CONFIG", valueType: "STRING", required: true, requiredFor: EVERY_STAGE });
}
