import { field, type ModuleContract, stage } from "../contract.ts";

export const simOmsStatus: ModuleContract = {
  contractId: "sim-oms-status:v1",
  moduleType: "simulated_oms_status",
  primaryKind: "STATUS_SYNC",
  displayName: "Simulated order status poller",
  maturity: "sandbox",
  stages: [
    stage("SYNC_STATUS", "AUTOMATED", {
      completionPolicy: "MODULE_COMPLETES",
      defaultActor: "module",
      requiredInputKeys: ["upstreamOrderId"],
      requiredResultKeys: [],
      outputKeys: ["upstreamStatus"],
      idempotencyKeyFields: ["upstreamOrderId", "pollWindow"],
      blocksStage: false,
    }),
    stage("GET_MEDIA_BUYS", "AUTOMATED", {
      completionPolicy: "NO_TASK",
      defaultActor: "system",
      requiredInputKeys: [],
      requiredResultKeys: [],
      outputKeys: ["mediaBuys"],
      idempotencyKeyFields: [],
      blocksStage: false,
    }),
  ],
  fields: [
    field({
      key: "pollMinutes",
      source: "MODULE_CONFIG",
      valueType: "NUMBER",
      required: true,
      requiredFor: ["SYNC_STATUS"],
    }),
    field({
      key: "upstreamOrderId",
      source: "MODULE_RESULT",
      valueType: "STRING",
      required: true,
      requiredFor: ["SYNC_STATUS", "GET_MEDIA_BUYS"],
    }),
  ],
};
