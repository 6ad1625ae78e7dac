import { field, stage, type TaskContract } from "../contract.ts";
import type { Stage } from "../stage.ts";

type OwnWords = Pick<TaskContract, "requiredInputKeys" | "requiredResultKeys" | "idempotencyKeyFields"> &
  Partial<TaskContract>;

/** A stage that a system does automatically, with people as the fallback. */
export function byMachine(name: Stage, words: OwnWords) {
  return stage(name, "AUTOMATED", {
    automationMode: "AUTOMATED_WITH_HITL_FALLBACK",
    completionPolicy: "MODULE_OR_HUMAN_COMPLETES",
    defaultActor: "module",
    ...words,
  });
}

export function setup(key: string, valueType: "STRING" | "NUMBER", requiredFor: readonly Stage[]) {
  return field({ key, source: "MODULE_CONFIG", valueType, required: true, requiredFor });
}

/** The stage that all systems in which orders are booked have in common. */
export const BOOKS = byMachine("FINALIZE_BOOKING", {
  fallbackWorkItemKind: "EXECUTE_UPSTREAM_BOOKING",
  requiredInputKeys: ["bookingId"],
  requiredResultKeys: ["upstreamOrderId"],
  idempotencyKeyFields: ["bookingId"],
});

export const RELEASES = byMachine("RELEASE_BOOKING", {
  fallbackWorkItemKind: "GENERAL",
  requiredInputKeys: ["upstreamOrderId"],
  requiredResultKeys: ["cancelled"],
  idempotencyKeyFields: ["bookingId"],
});

export const TAKES_CREATIVES = byMachine("SYNC_CREATIVES", {
  fallbackWorkItemKind: "SYNC_UPSTREAM_CREATIVE",
  requiredInputKeys: ["bookingId", "creativeId"],
  requiredResultKeys: ["upstreamCreativeId"],
  idempotencyKeyFields: ["bookingId", "creativeId"],
});

export const CREATIVE_ID = field({
  key: "creativeId",
  source: "CREATIVE_INPUT",
  valueType: "STRING",
  required: true,
  requiredFor: ["SYNC_CREATIVES", "TRAFFIC_CAMPAIGN"],
});

/** The media buy's id, for the stages that concern one. */
export function mediaBuyIdFor(requiredFor: readonly Stage[]) {
  return field({ key: "mediaBuyId", source: "MEDIA_BUY_INPUT", valueType: "STRING", required: true, requiredFor });
}
