import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { contractOf } from "../modules/catalogue.ts";
import {
  FIELD_SOURCES,
  MODULE_KINDS,
  type ModuleContract,
  type StageDeclaration,
  WORK_ITEM_KINDS,
} from "../modules/contract.ts";
import { configuredKeys, type ModuleInstance, missingSetup, statusOf } from "../modules/module-instance.ts";
import { STAGE_MODES, STAGES } from "../modules/stage.ts";
import { countsByKind } from "./project.ts";
import type { SourceCondition } from "./read-projection.ts";

const STAGE_STATUSES = [
  "UNSUPPORTED",
  "NOT_DECLARED",
  "MISSING_SETUP",
  "RUNTIME_INPUTS_REQUIRED",
  "HITL_PENDING",
  "READY",
  "BLOCKED",
] as const;

const FieldGroup = z.object({ source: z.enum(FIELD_SOURCES), fields: z.array(z.string()) });
const Counts = z.partialRecord(z.enum(WORK_ITEM_KINDS), z.int());
const anything = z.record(z.string(), z.unknown());

export const ContractView = z.object({
  contractId: z.string(),
  version: z.string(),
  moduleType: z.string(),
  primaryKind: z.enum(MODULE_KINDS),
  displayName: z.string(),
  description: z.string(),
  maturity: z.literal("sandbox").optional(),
  constraints: z.array(z.string()),
});

const LifecycleView = z.object({
  stage: z.enum(STAGES),
  mode: z.enum(STAGE_MODES),
  description: z.string(),
  workItemKind: z.enum(WORK_ITEM_KINDS).optional(),
  outputKeys: z.array(z.string()),
  taskContract: anything,
  requiredFieldsBySource: z.array(FieldGroup),
  missingSetupFieldsBySource: z.array(FieldGroup),
  moduleConfigReady: z.boolean(),
});

const ModuleView = z
  .object({
    moduleRowId: z.string(),
    inventorySourceId: z.string(),
    moduleInstanceId: z.string(),
    kind: z.enum(MODULE_KINDS),
    name: z.string(),
    provider: z.string().nullable(),
    status: z
      .enum(["CONFIGURING", "ACTIVE", "DISABLED", "ERROR"])
      .describe("ACTIVE is derived: configured and healthy"),
    contractId: z.string().nullable(),
    contractVersion: z.string().nullable(),
    contract: ContractView.nullable(),
    configuredFieldKeys: z.array(z.string()).describe("For a credential only the kind, as credential:API_KEY"),
    missingSetupFieldsBySource: z.array(FieldGroup),
    lifecycle: z.array(LifecycleView),
    openWorkItemCount: z.int(),
    openWorkItemCountsByKind: Counts,
    lastError: z.string().nullable(),
    lastCheckedAt: z.iso.datetime().nullable(),
    issues: z.array(z.string()).describe("Entries that begin with info: are informational and block nothing"),
  })
  .meta({ id: "InventorySourceModuleProjection" });

const StageView = z
  .object({
    stage: z.enum(STAGES),
    supported: z.boolean(),
    status: z.enum(STAGE_STATUSES),
    modes: z.array(z.enum(STAGE_MODES)),
    moduleInstanceIds: z.array(z.string()),
    moduleNames: z.array(z.string()),
    setupConfigured: z.boolean(),
    runtimeInputsRequired: z.boolean(),
    hitlRequired: z.boolean(),
    openWorkItemCount: z.int(),
    requiredRuntimeFieldSources: z.array(z.enum(FIELD_SOURCES)),
    missingSetupFieldsBySource: z.array(FieldGroup),
    issues: z.array(z.string()),
  })
  .meta({ id: "InventorySourceLifecycleStage" });

export const ProjectionView = z
  .object({
    inventorySource: z.object({
      id: z.string(),
      storefrontId: z.string(),
      sourceId: z.string(),
      name: z.string(),
      executionType: z.literal("MODULAR_SOURCE"),
      status: z.string(),
      healthStatus: z.string(),
      lastError: z.string().nullable(),
      lastCheckedAt: z.iso.datetime().nullable(),
    }),
    modules: z.array(ModuleView),
    lifecycleSummary: z.array(StageView).describe("One row per stage, for the operator and never for buyers"),
    openWorkItemCount: z.int(),
    openWorkItemCountsByKind: Counts,
    activeAvailCount: z.int().describe("Neither withdrawn nor past; a sold-out avail counts"),
    feed: z.object({
      revision: z.int(),
      confirmedAt: z.iso.datetime().nullable(),
      url: z.string().nullable(),
      everyHours: z.int().nullable(),
      error: z.string().nullable().describe("Why the last fetch could not be read"),
    }),
  })
  .meta({ id: "InventorySourceRuntimeProjection" });

export function projectionViewOf(standing: SourceCondition): z.input<typeof ProjectionView> {
  const { source, health, modules, projection, activeAvailCount } = standing;
  const ill = modules.find(({ lastError }) => lastError !== null);
  const { schedule, revision, confirmedAt, error } = source.feed;
  return {
    inventorySource: {
      id: String(source.inventorySourceId),
      storefrontId: String(source.storefrontId),
      sourceId: source.sourceId,
      name: source.name,
      executionType: "MODULAR_SOURCE",
      status: source.status,
      healthStatus: health,
      lastError: ill?.lastError ?? null,
      lastCheckedAt: instantOf(ill?.lastCheckedAt),
    },
    modules: modules.map((module) => moduleViewOf(module, standing)),
    lifecycleSummary: projection.lifecycleSummary.map((row) => ({
      ...row,
      modes: [...row.modes],
      moduleInstanceIds: [...row.moduleInstanceIds],
      moduleNames: [...row.moduleNames],
      requiredRuntimeFieldSources: [...row.requiredRuntimeFieldSources],
      missingSetupFieldsBySource: row.missingSetupFieldsBySource.map((group) => ({
        ...group,
        fields: [...group.fields],
      })),
      issues: [...row.issues],
    })),
    openWorkItemCount: projection.openWorkItemCount,
    openWorkItemCountsByKind: projection.openWorkItemCountsByKind,
    activeAvailCount,
    feed: {
      revision,
      confirmedAt: instantOf(confirmedAt),
      url: schedule?.url ?? null,
      everyHours: schedule?.everyHours ?? null,
      error,
    },
  };
}

function moduleViewOf(module: ModuleInstance, { openItems }: SourceCondition): z.input<typeof ModuleView> {
  const contract = contractOf(module.contractId);
  const own = openItems.filter(({ moduleInstanceId }) => moduleInstanceId === module.moduleInstanceId);
  const missing = missingSetup(module, contract);
  return {
    moduleRowId: String(module.moduleRowId),
    inventorySourceId: String(module.inventorySourceId),
    moduleInstanceId: module.moduleInstanceId,
    kind: module.kind,
    name: module.name,
    provider: null,
    status: statusOf(module),
    contractId: module.contractId,
    contractVersion: versionOf(module.contractId),
    contract: contract ? contractViewOf(contract) : null,
    configuredFieldKeys: configuredKeys(module),
    missingSetupFieldsBySource: missing.length > 0 ? [{ source: "MODULE_CONFIG", fields: missing }] : [],
    lifecycle: contract?.stages.map((stage) => lifecycleOf(stage, contract, module)) ?? [],
    openWorkItemCount: own.length,
    openWorkItemCountsByKind: countsByKind(own),
    lastError: module.lastError,
    lastCheckedAt: instantOf(module.lastCheckedAt),
    issues: [...module.issues],
  };
}

export function contractViewOf(contract: ModuleContract): z.input<typeof ContractView> {
  const { contractId, moduleType, primaryKind, displayName, maturity } = contract;
  return {
    contractId,
    version: versionOf(contractId),
    moduleType,
    primaryKind,
    displayName,
    description: displayName,
    ...(maturity && { maturity }),
    constraints: maturity ? ["for organisations of a sandbox"] : [],
  };
}

function lifecycleOf({ stage, mode, task }: StageDeclaration, contract: ModuleContract, module: ModuleInstance) {
  const required = contract.fields.filter((field) => field.required && field.requiredFor.includes(stage));
  const bySource = Map.groupBy(required, ({ source }) => source);
  const missing = missingSetup(module, contract, stage);
  const workItemKind = task.workItemKind ?? task.fallbackWorkItemKind;
  return {
    stage,
    mode,
    description: `${contract.displayName}: ${task.taskId.replaceAll("_", " ")}`,
    ...(workItemKind && { workItemKind }),
    outputKeys: [...task.outputKeys],
    taskContract: { ...task },
    requiredFieldsBySource: [...bySource].map(([source, fields]) => ({ source, fields: fields.map(({ key }) => key) })),
    missingSetupFieldsBySource: missing.length > 0 ? [{ source: "MODULE_CONFIG" as const, fields: missing }] : [],
    moduleConfigReady: missing.length === 0,
  };
}

/** `v1` of `sim-oms:v1`. */
function versionOf(contractId: string): string {
  return contractId.slice(contractId.indexOf(":") + 1);
}
