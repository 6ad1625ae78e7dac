import { contractOf } from "../modules/catalogue.ts";
import { FIELD_SOURCES, type FieldSource, type ModuleContract, type WorkItemKind } from "../modules/contract.ts";
import { type ModuleInstance, type ModuleStatus, missingSetup, statusOf } from "../modules/module-instance.ts";
import { STAGES, type Stage, type StageMode } from "../modules/stage.ts";

type StageStatus =
  | "UNSUPPORTED"
  /** A module is attached whose contract is unknown to this release. */
  | "NOT_DECLARED"
  | "BLOCKED"
  | "MISSING_SETUP"
  | "HITL_PENDING"
  | "RUNTIME_INPUTS_REQUIRED"
  | "READY";

export interface ProjectedSource {
  readonly healthStatus: "healthy" | "unhealthy" | "unknown";
}

/** The part of an open work item that matters to stages. */
export interface OpenItem {
  readonly kind: WorkItemKind;
  /** Null if it concerns the whole source. */
  readonly moduleInstanceId: string | null;
  readonly stage: Stage | null;
}

/** Which sources of field values are complete, which only the database knows. */
export type RuntimeFacts = Readonly<Partial<Record<FieldSource, boolean>>>;

export interface Projected {
  readonly source: ProjectedSource;
  readonly modules: readonly ModuleInstance[];
  readonly openItems: readonly OpenItem[];
  readonly facts: RuntimeFacts;
}

interface MissingFields {
  readonly source: FieldSource;
  readonly fields: readonly string[];
}

interface StageSummary {
  readonly stage: Stage;
  readonly supported: boolean;
  readonly status: StageStatus;
  readonly modes: readonly StageMode[];
  readonly moduleInstanceIds: readonly string[];
  readonly moduleNames: readonly string[];
  readonly setupConfigured: boolean;
  readonly runtimeInputsRequired: boolean;
  readonly hitlRequired: boolean;
  readonly openWorkItemCount: number;
  readonly requiredRuntimeFieldSources: readonly FieldSource[];
  readonly missingSetupFieldsBySource: readonly MissingFields[];
  readonly issues: readonly string[];
}

export interface Projection {
  readonly moduleStatus: Readonly<Record<string, ModuleStatus>>;
  readonly lifecycleSummary: readonly StageSummary[];
  readonly openWorkItemCount: number;
  readonly openWorkItemCountsByKind: Readonly<Partial<Record<WorkItemKind, number>>>;
}

/** The state of a modular source, stage by stage (modular-rules/1.0.0 §2). The same facts always give the same projection. */
export function project(projected: Projected): Projection {
  const { modules, openItems } = projected;
  return {
    moduleStatus: Object.fromEntries(modules.map((module) => [module.moduleInstanceId, statusOf(module)])),
    lifecycleSummary: STAGES.map((stage) => summaryOf(stage, projected)),
    openWorkItemCount: openItems.length,
    openWorkItemCountsByKind: countsByKind(openItems),
  };
}

export function countsByKind(items: readonly OpenItem[]): Readonly<Partial<Record<WorkItemKind, number>>> {
  const groups = Map.groupBy(items, ({ kind }) => kind);
  return Object.fromEntries([...groups].map(([kind, list]) => [kind, list.length] as const).sort(byKey));
}

interface ActiveModule {
  readonly module: ModuleInstance;
  readonly contract: ModuleContract;
}

function summaryOf(stage: Stage, { source, modules, openItems, facts }: Projected): StageSummary {
  const impl = implementing(stage, modules);
  const ids = impl.map(({ module }) => module.moduleInstanceId);
  const open = openItems.filter((item) => item.stage === stage && ids.includes(item.moduleInstanceId ?? ""));
  const missing = [...new Set(impl.flatMap(({ module, contract }) => missingSetup(module, contract, stage)))];
  const unmet = unmetSources(stage, impl, facts);
  const modes = [...new Set(impl.map(({ contract }) => modeOf(contract, stage)))];
  const blocking = open.filter(({ moduleInstanceId }) => blocksStage(stage, impl, moduleInstanceId));
  const issues = impl.flatMap(({ module }) => troublesOf(module));
  const ill = issues.length > 0 || isHealthItemOpen(ids, openItems) || source.healthStatus === "unhealthy";
  return {
    stage,
    supported: impl.length > 0,
    status: statusIn(impl.length > 0, hasUndeclared(modules), {
      ill,
      missing: missing.length > 0,
      waiting: blocking.length > 0,
      unmet: unmet.length > 0,
    }),
    modes,
    moduleInstanceIds: ids,
    moduleNames: impl.map(({ module }) => module.name),
    setupConfigured: impl.length > 0 && missing.length === 0,
    runtimeInputsRequired: unmet.length > 0,
    hitlRequired: modes.includes("HITL"),
    openWorkItemCount: open.length,
    requiredRuntimeFieldSources: unmet,
    missingSetupFieldsBySource: missing.length > 0 ? [{ source: "MODULE_CONFIG", fields: missing }] : [],
    issues,
  };
}

interface ModuleHealth {
  readonly ill: boolean;
  readonly missing: boolean;
  readonly waiting: boolean;
  readonly unmet: boolean;
}

/** The order matters: a status that would make the advice of the following ones unreliable comes first. */
function statusIn(
  isSupported: boolean,
  isUndeclared: boolean,
  { ill, missing, waiting, unmet }: ModuleHealth,
): StageStatus {
  if (!isSupported) return isUndeclared ? "NOT_DECLARED" : "UNSUPPORTED";
  if (ill) return "BLOCKED";
  if (missing) return "MISSING_SETUP";
  if (waiting) return "HITL_PENDING";
  return unmet ? "RUNTIME_INPUTS_REQUIRED" : "READY";
}

function implementing(stage: Stage, modules: readonly ModuleInstance[]): ActiveModule[] {
  return modules.flatMap((module) => {
    const contract = contractOf(module.contractId);
    const implemented = contract && modeOf(contract, stage) !== "UNSUPPORTED" && module.status !== "DISABLED";
    return implemented ? [{ module, contract }] : [];
  });
}

function hasUndeclared(modules: readonly ModuleInstance[]): boolean {
  return modules.some(({ contractId, status }) => status !== "DISABLED" && contractOf(contractId) === undefined);
}

function modeOf({ stages }: ModuleContract, stage: Stage): StageMode {
  return stages.find((declared) => declared.stage === stage)?.mode ?? "UNSUPPORTED";
}

function unmetSources(stage: Stage, impl: readonly ActiveModule[], facts: RuntimeFacts): FieldSource[] {
  const wanted = new Set(
    impl
      .flatMap(({ contract }) =>
        contract.fields.filter(({ required, requiredFor }) => required && requiredFor.includes(stage)),
      )
      .map(({ source }) => source),
  );
  return FIELD_SOURCES.filter(
    (source) => source !== "MODULE_CONFIG" && source !== "SYSTEM" && wanted.has(source) && facts[source] !== true,
  );
}

function blocksStage(stage: Stage, impl: readonly ActiveModule[], moduleInstanceId: string | null): boolean {
  const owner = impl.find(({ module }) => module.moduleInstanceId === moduleInstanceId);
  return owner?.contract.stages.find((declared) => declared.stage === stage)?.task.blocksStage ?? false;
}

/** The problems that a module reports about itself; `info:` remarks do not count. */
function troublesOf({ status, lastError, issues }: ModuleInstance): string[] {
  const serious = issues.filter((issue) => !issue.startsWith("info:"));
  if (lastError !== null) return [lastError, ...serious];
  return status === "ERROR" && serious.length === 0 ? ["the module is set to ERROR"] : serious;
}

function isHealthItemOpen(ids: readonly string[], items: readonly OpenItem[]): boolean {
  return items.some(
    ({ kind, moduleInstanceId }) =>
      kind === "RESOLVE_SOURCE_HEALTH" && (moduleInstanceId === null || ids.includes(moduleInstanceId)),
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
