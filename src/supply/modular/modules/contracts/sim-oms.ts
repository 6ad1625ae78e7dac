import type { ModuleContract } from "../contract.ts";
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

const EVERY_STAGE: readonly Stage[] = ["FINALIZE_BOOKING", "RELEASE_BOOKING", "SYNC_CREATIVES", "TRAFFIC_CAMPAIGN"];

export const simOms: ModuleContract = {
  contractId: "sim-oms:v1",
  moduleType: "simulated_oms",
  primaryKind: "TRAFFICKING",
  displayName: "Simulated upstream order system",
  maturity: "sandbox",
  stages: [
    BOOKS,
    RELEASES,
    TAKES_CREATIVES,
    byMachine("TRAFFIC_CAMPAIGN", {
      fallbackWorkItemKind: "RESOLVE_TRAFFICKING_ERROR",
      requiredInputKeys: ["bookingId", "upstreamOrderId"],
      requiredResultKeys: ["trafficRef"],
      idempotencyKeyFields: ["bookingId"],
    }),
  ],
  fields: [
    setup("endpointUrl", "STRING", EVERY_STAGE),
    setup("credential:API_KEY", "STRING", EVERY_STAGE),
    { ...setup("failureRatePercent", "NUMBER", ["FINALIZE_BOOKING"]), required: false },
    mediaBuyIdFor(["FINALIZE_BOOKING", "TRAFFIC_CAMPAIGN", "RELEASE_BOOKING"]),
    CREATIVE_ID,
  ],
};
