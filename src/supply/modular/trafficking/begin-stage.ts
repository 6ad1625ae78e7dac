import type { Context } from "../../../ground/kernel/context.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ModularSource } from "../modular-source.ts";
import { moduleOf } from "../modules/catalogue.ts";
import type { TaskContract, WorkItemKind } from "../modules/contract.ts";
import { type ModuleInstance, statusOf } from "../modules/module-instance.ts";
import type { Stage } from "../modules/stage.ts";
import { openItem } from "../work-queue/open-item.ts";
import type { WorkItem } from "../work-queue/work-item.ts";
import { carryOutJob } from "./carry-out-job.ts";
import { insertTask } from "./store.ts";

/** A module that carries out an upstream stage, and the contract that describes it. */
export interface StageModule {
  readonly module: ModuleInstance;
  readonly task: TaskContract;
}

/** The module that carries out a stage: the first one attached for it. Undefined if there is only the ledger. */
export function stageModuleOf(modules: readonly ModuleInstance[], stage: Stage): StageModule | undefined {
  for (const module of modules) {
    if (module.status === "DISABLED" || module.kind === "BOOKING_LEDGER" || module.kind === "INVENTORY_FEED") continue;
    const declared = moduleOf(module.contractId)?.contract.stages.find((one) => one.stage === stage);
    if (declared && declared.mode !== "UNSUPPORTED") return { module, task: declared.task };
  }
  return undefined;
}

function subjectOf(stage: Stage, { bookingId, revision }: Booking): string {
  // Every change of a booking is a task of its own; any other stage has one task.
  return stage === "UPDATE_CAMPAIGN" ? `${stage}:${bookingId}:${revision}` : `${stage}:${bookingId}`;
}

/**
 * Starts a stage of a booking, done by a module that automates it or by people. Returns the work item for people, if
 * there is one; starting it again returns the same item.
 */
export async function beginStage(
  ctx: Context,
  source: ModularSource,
  { module, task }: StageModule,
  booking: Booking,
  payload: WorkItem["payload"] = {},
): Promise<WorkItem | undefined> {
  const automated = moduleOf(module.contractId)?.carryOut?.[task.stage] !== undefined;
  if (!automated || statusOf(module) !== "ACTIVE") return openFor(ctx, source, { module, task }, booking, payload);
  const taskKey = subjectOf(task.stage, booking);
  const { moduleInstanceId } = module;
  const { bookingId } = booking;
  const isNew = await insertTask(ctx.db, source, { taskKey, moduleInstanceId, bookingId, stage: task.stage }, ctx.now);
  if (isNew) await ctx.enqueue(carryOutJob, { customerId: source.customerId, taskKey, attempt: 0 });
  return undefined;
}

/** Opens the work item with which people do a stage: either right away, or because the module cannot. */
export function openFor(
  ctx: Context,
  source: ModularSource,
  { module, task }: StageModule,
  booking: Booking,
  payload: WorkItem["payload"] = {},
): Promise<WorkItem> {
  const kind: WorkItemKind = task.workItemKind ?? task.fallbackWorkItemKind ?? "GENERAL";
  const { targetSystem, dueHours } = module.config;
  const { bookingId, mediaBuyId, packageId, availId, buyerCustomerId, requestedImpressions, campaignName } = booking;
  const where = typeof targetSystem === "string" ? ` in ${targetSystem}` : "";
  const { upstreamOrderId, creativeRef, runsUntil, advertiserName } = booking;
  const known = { bookingId, packageId, availId, requestedImpressions, campaignName, advertiserName, upstreamOrderId };
  return openItem(ctx, source, {
    kind,
    stage: task.stage,
    moduleInstanceId: module.moduleInstanceId,
    subject: subjectOf(task.stage, booking),
    title: `${TITLES[kind] ?? "Deal with a booking"}${where}: ${campaignName ?? mediaBuyId}`,
    resourceType: "BOOKING",
    resourceId: bookingId,
    requiredKeys: task.requiredResultKeys,
    bookingId,
    mediaBuyId,
    buyerCustomerId,
    payload: { ...known, clientCopyMasterRef: creativeRef, runsUntil: runsUntil.toISOString(), ...payload },
    ...(typeof dueHours === "number" && { dueHours }),
  });
}

const TITLES: Readonly<Partial<Record<WorkItemKind, string>>> = {
  EXECUTE_UPSTREAM_BOOKING: "Book the order",
  MAP_CREATIVE_REF: "Name the creative",
  SYNC_UPSTREAM_CREATIVE: "Send the creative",
  TRAFFIC_TO_CADENT: "Traffic the campaign",
  RESOLVE_TRAFFICKING_ERROR: "Traffic the campaign, which the module could not",
  UPLOAD_FINAL_REPORT: "Upload the final report",
  GENERAL: "Change the booking",
};
