import type { Stage, StageMode } from "./stage.ts";

export const MODULE_KINDS = [
  "INVENTORY_FEED",
  "BOOKING_LEDGER",
  "TRAFFICKING",
  "STATUS_SYNC",
  "REPORTING_IMPORT",
] as const;
export type ModuleKind = (typeof MODULE_KINDS)[number];

/** Where a field's value can come from, in the order in which projections list them. */
export const FIELD_SOURCES = [
  "MODULE_CONFIG",
  "INVENTORY_FEED",
  "PRODUCT_METADATA",
  "MEDIA_BUY_INPUT",
  "CREATIVE_INPUT",
  "REPORTING_UPLOAD",
  "SYSTEM",
  "MODULE_RESULT",
] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

const VALUE_TYPES = ["STRING", "NUMBER", "BOOLEAN", "DATE", "DATETIME", "DURATION", "ENUM", "OBJECT", "ARRAY"] as const;

export const WORK_ITEM_KINDS = [
  "APPROVE_MEDIA_BUY",
  "APPROVE_MEDIA_BUY_CANCELLATION",
  "REVIEW_CREATIVE",
  "CONFIRM_AVAILS",
  "APPROVE_RATE_EXCEPTION",
  "MAP_CREATIVE_REF",
  "SYNC_UPSTREAM_CREATIVE",
  "EXECUTE_UPSTREAM_BOOKING",
  "TRAFFIC_TO_CADENT",
  "RESOLVE_TRAFFICKING_ERROR",
  "UPLOAD_FINAL_REPORT",
  "RESOLVE_SOURCE_HEALTH",
  "GENERAL",
] as const;
export type WorkItemKind = (typeof WORK_ITEM_KINDS)[number];

/** A module's description as data, which the projection, the work queue and the API use. */
export interface ModuleContract {
  /** Includes the version: `static-avails-feed:v1`. */
  readonly contractId: string;
  readonly moduleType: string;
  readonly primaryKind: ModuleKind;
  readonly displayName: string;
  /** `sandbox`: only for sandbox organisations. */
  readonly maturity?: "sandbox";
  readonly stages: readonly StageDeclaration[];
  readonly fields: readonly ModuleField[];
}

export interface StageDeclaration {
  readonly stage: Stage;
  readonly mode: StageMode;
  readonly task: TaskContract;
}

/** Who does the work of a stage, its input, and the required output. */
export interface TaskContract {
  readonly taskId: string;
  readonly stage: Stage;
  readonly automationMode: "AUTOMATED" | "HITL" | "AUTOMATED_WITH_HITL_FALLBACK" | "UNSUPPORTED";
  readonly completionPolicy: "NO_TASK" | "MODULE_COMPLETES" | "HUMAN_COMPLETES" | "MODULE_OR_HUMAN_COMPLETES";
  readonly defaultActor: "system" | "module" | "operator" | "murph";
  /** The work item that people get right away. */
  readonly workItemKind?: WorkItemKind;
  /** The work item that people get once the module has failed. */
  readonly fallbackWorkItemKind?: WorkItemKind;
  readonly requiredInputKeys: readonly string[];
  readonly requiredResultKeys: readonly string[];
  readonly outputKeys: readonly string[];
  readonly idempotencyKeyFields: readonly string[];
  readonly retryable: boolean;
  /** Whether an open work item for the task blocks the stage. */
  readonly blocksStage: boolean;
}

export interface ModuleField {
  /** A credential counts as the field `credential:API_KEY`. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly source: FieldSource;
  readonly valueType: (typeof VALUE_TYPES)[number];
  readonly required: boolean;
  readonly requiredFor: readonly Stage[];
}

type FieldOf = Omit<ModuleField, "label" | "description"> & { readonly label?: string };

/** A field, named after its key unless it has a label. */
export function field({ label, ...declared }: FieldOf): ModuleField {
  const name = label ?? declared.key;
  const { key, ...rest } = declared;
  return { key, label: name, description: name, ...rest };
}

/** A stage with a task of the same name. */
export function stage(
  name: Stage,
  mode: StageMode,
  task: Omit<TaskContract, "taskId" | "stage" | "automationMode" | "retryable" | "outputKeys" | "blocksStage"> &
    Partial<TaskContract>,
): StageDeclaration {
  const { automationMode = mode, outputKeys = task.requiredResultKeys, blocksStage = true, ...rest } = task;
  const named = { taskId: name.toLowerCase(), stage: name, automationMode, outputKeys, blocksStage };
  return { stage: name, mode, task: { retryable: true, ...named, ...rest } };
}
