import { lifecycle, type Transitions } from "../../../ground/kernel/lifecycle.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { WorkItemKind } from "../modules/contract.ts";
import type { Stage } from "../modules/stage.ts";

export const WORK_ITEM_STATUSES = ["OPEN", "IN_PROGRESS", "BLOCKED", "COMPLETED", "CANCELLED"] as const;
export type WorkItemStatus = (typeof WORK_ITEM_STATUSES)[number];
export type OpenStatus = Exclude<WorkItemStatus, "COMPLETED" | "CANCELLED">;
export const PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;

type Step = "open" | "begin" | "block" | "complete" | "cancel";
const OPEN: Readonly<Record<OpenStatus, OpenStatus>> = { OPEN: "OPEN", IN_PROGRESS: "OPEN", BLOCKED: "OPEN" };

/** COMPLETED and CANCELLED are final. */
export const WORK_ITEM_STATUS: Transitions<WorkItemStatus, Step> = {
  open: OPEN,
  begin: { OPEN: "IN_PROGRESS", IN_PROGRESS: "IN_PROGRESS", BLOCKED: "IN_PROGRESS" },
  block: { OPEN: "BLOCKED", IN_PROGRESS: "BLOCKED", BLOCKED: "BLOCKED" },
  complete: { OPEN: "COMPLETED", IN_PROGRESS: "COMPLETED", BLOCKED: "COMPLETED" },
  cancel: { OPEN: "CANCELLED", IN_PROGRESS: "CANCELLED", BLOCKED: "CANCELLED" },
};

export const workItemLife = lifecycle({
  noun: "work item",
  states: {
    OPEN: "somebody has to take it",
    IN_PROGRESS: "somebody is working on it",
    BLOCKED: "it waits for what its reason says",
    COMPLETED: "it is done, with the required results",
    CANCELLED: "its subject no longer exists, or somebody else has done it",
  },
  starts: ["OPEN"],
  transitions: WORK_ITEM_STATUS,
});

export const STEP_TO: Readonly<Record<OpenStatus, Step>> = { OPEN: "open", IN_PROGRESS: "begin", BLOCKED: "block" };

/** Something that a person has to do for a source. If a module may do it too, whoever is first does it. */
export interface WorkItem {
  readonly workItemId: string;
  readonly storefrontId: number;
  readonly inventorySourceId: number;
  readonly moduleInstanceId: string | null;
  readonly kind: WorkItemKind;
  readonly stage: Stage | null;
  /** At most one open item has the same subject. */
  readonly subject: string;
  readonly title: string;
  readonly description: string | null;
  readonly status: WorkItemStatus;
  readonly priority: (typeof PRIORITIES)[number];
  readonly resourceType: string;
  readonly resourceId: string;
  readonly bookingId: string | null;
  readonly mediaBuyId: string | null;
  readonly buyerCustomerId: number | null;
  /** The keys that a result must have to complete the item. */
  readonly requiredKeys: readonly string[];
  /** What the person or module that does it needs to know. */
  readonly payload: JsonRecord;
  readonly result: JsonRecord;
  readonly assignedTo: string | null;
  readonly blockedReason: string | null;
  /** After this time it counts as old. */
  readonly dueAt: Date;
  readonly createdByType: ActorType;
  readonly createdById: string | null;
  readonly completedBy: string | null;
  readonly completedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type ActorType = "system" | "module" | "operator";

/** Who made a move. */
export interface Actor {
  readonly type: ActorType;
  /** A user's id, or a module's name; null if it is not known who did it. */
  readonly id: string | null;
}

export interface WorkItemEvent {
  readonly eventId: number;
  readonly workItemId: string;
  readonly eventType: string;
  readonly actor: Actor;
  readonly notes: string | null;
  readonly payload: JsonRecord;
  readonly createdAt: Date;
}

/** The keys that a result still lacks; a blank text counts as missing. */
export function missingKeys(requiredKeys: readonly string[], result: JsonRecord): string[] {
  return requiredKeys.filter((key) => {
    const value = result[key];
    return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  });
}

const REFERENCES: ReadonlySet<string> = new Set([
  "upstreamOrderId",
  "clientCopyMasterRef",
  "upstreamCreativeId",
  "trafficRef",
  "reportId",
]);

/** Why the value of a required key has no meaning; undefined if it has one, or if the key's effect checks it. */
export function flawOf(key: string, value: unknown): string | undefined {
  if (key === "approved" && typeof value !== "boolean") return "approved must be true or false";
  const isText = typeof value === "string" || typeof value === "number";
  return REFERENCES.has(key) && !isText ? `${key} must be a text` : undefined;
}
