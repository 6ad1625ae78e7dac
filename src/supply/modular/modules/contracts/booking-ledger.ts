import { field, type ModuleContract, stage } from "../contract.ts";
import type { Stage } from "../stage.ts";

export const bookingLedger: ModuleContract = {
  contractId: "booking-ledger:v1",
  moduleType: "booking_ledger",
  primaryKind: "BOOKING_LEDGER",
  displayName: "Booking ledger",
  stages: [
    stage("RESERVE_AVAILS", "AUTOMATED", {
      completionPolicy: "MODULE_COMPLETES",
      defaultActor: "system",
      requiredInputKeys: ["mediaBuyId", "availId", "requestedImpressions", "buyerCustomerId"],
      requiredResultKeys: [],
      outputKeys: ["bookingId"],
      idempotencyKeyFields: ["sourceId", "mediaBuyId", "packageId", "availId"],
    }),
    ofBooking("FINALIZE_BOOKING"),
    ofBooking("RELEASE_BOOKING"),
  ],
  fields: [
    field({
      key: "defaultHoldMinutes",
      source: "MODULE_CONFIG",
      valueType: "NUMBER",
      required: false,
      requiredFor: ["RESERVE_AVAILS"],
    }),
    field({
      key: "avails",
      source: "INVENTORY_FEED",
      valueType: "ARRAY",
      required: true,
      requiredFor: ["RESERVE_AVAILS"],
    }),
    field({
      key: "mediaBuyId",
      source: "MEDIA_BUY_INPUT",
      valueType: "STRING",
      required: true,
      requiredFor: ["FINALIZE_BOOKING", "RELEASE_BOOKING"],
    }),
  ],
};

function ofBooking(name: Stage) {
  return stage(name, "AUTOMATED", {
    completionPolicy: "MODULE_COMPLETES",
    defaultActor: "system",
    requiredInputKeys: ["bookingId"],
    requiredResultKeys: [],
    outputKeys: ["status"],
    idempotencyKeyFields: ["bookingId"],
  });
}
