import { field, type ModuleContract, stage } from "../contract.ts";

export const reportingCsvImport: ModuleContract = {
  contractId: "reporting-csv-import:v1",
  moduleType: "reporting_csv_import",
  primaryKind: "REPORTING_IMPORT",
  displayName: "Delivery report upload",
  stages: [
    stage("IMPORT_REPORTING", "HITL", {
      completionPolicy: "HUMAN_COMPLETES",
      defaultActor: "operator",
      workItemKind: "UPLOAD_FINAL_REPORT",
      requiredInputKeys: ["bookingId"],
      requiredResultKeys: ["reportId", "deliveredImpressions"],
      outputKeys: ["deliveryRows"],
      idempotencyKeyFields: ["sourceId", "reportDigest"],
    }),
    stage("RECONCILE_DELIVERY", "AUTOMATED", {
      completionPolicy: "MODULE_COMPLETES",
      defaultActor: "system",
      requiredInputKeys: ["deliveryRows"],
      requiredResultKeys: [],
      outputKeys: ["reconciliation"],
      idempotencyKeyFields: ["bookingId", "reportId"],
      blocksStage: false,
    }),
  ],
  fields: [
    setup("columnMapping", "OBJECT"),
    setup("reportCurrency", "STRING"),
    field({
      key: "report",
      source: "REPORTING_UPLOAD",
      valueType: "OBJECT",
      required: true,
      requiredFor: ["IMPORT_REPORTING", "RECONCILE_DELIVERY"],
    }),
  ],
};

function setup(key: string, valueType: "OBJECT" | "STRING") {
  return field({ key, source: "MODULE_CONFIG", valueType, required: true, requiredFor: ["IMPORT_REPORTING"] });
}
