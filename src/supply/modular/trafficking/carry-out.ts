import { z } from "zod";
import { dispatch, type Outcome, POLICIES, type Result } from "../../../ground/dispatch/index.ts";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { nextState, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Booking } from "../ledger/booking.ts";
import { lockById } from "../ledger/lock-booking.ts";
import { updateUpstream } from "../ledger/moves/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { moduleOf } from "../modules/catalogue.ts";
import type { ModuleTask, TaskOutcome, UpstreamAccess } from "../modules/module.ts";
import type { ModuleInstance } from "../modules/module-instance.ts";
import { openCredentials } from "../modules/open-credentials.ts";
import { listModules } from "../modules/store.ts";
import { findModularSourceNumbered } from "../store.ts";
import { recordMove } from "../work-queue/open-item.ts";
import { lockOpenItem, updateWorkItem } from "../work-queue/store.ts";
import { missingKeys, WORK_ITEM_STATUS, type WorkItem } from "../work-queue/work-item.ts";
import { openFor, stageModuleOf } from "./begin-stage.ts";
import { carryOutJob } from "./carry-out-job.ts";
import { cancelUpstream } from "./release.ts";
import { settleStage } from "./settle-stage.ts";
import { findTask, lockTask, saveTask, taskLife, type UpstreamTask } from "./store.ts";
import { taskFor } from "./task-for.ts";

/** How often a module tries before people are asked too. */
const TRIES = 3;

/** A task with everything that changes with it, locked in the usual order: avail, booking, work item, task. */
interface HeldTask extends UpstreamTask {
  readonly source: ModularSource;
  readonly booking: Booking;
  readonly item: WorkItem | undefined;
}

interface TaskRequest {
  readonly task: ModuleTask;
  readonly module: ModuleInstance;
  readonly credentials: UpstreamAccess["credentials"];
}

/** Has a module do its work upstream, under one key. People may be faster: whoever finishes the task first has done it. */
export const carryOut = dispatch({
  name: carryOutJob.name,
  input: { taskKey: z.string() },
  policy: POLICIES.moduleTask,
  audit: { resource: "UPSTREAM_TASK", idIn: "taskKey" },
  async load({ customerId, taskKey }, ctx): Promise<HeldTask | undefined> {
    const found = await findTask(ctx.db, customerId, taskKey);
    const place = found && { customerId, inventorySourceId: found.inventorySourceId };
    const source = place && (await findModularSourceNumbered(ctx.db, place));
    if (!found || !source) return undefined;
    const booking = await lockById(ctx, source, found.bookingId);
    const item = await lockOpenItem(ctx.db, source, taskKey);
    const task = await lockTask(ctx.db, customerId, taskKey);
    return task && { ...task, source, booking, item };
  },
  isOpen: ({ state }) => state === "PENDING" || state === "WITH_PEOPLE",
  async request(task, ctx) {
    const { source, booking, moduleInstanceId } = task;
    const module = (await listModules(ctx.db, source)).find((one) => one.moduleInstanceId === moduleInstanceId);
    if (!module) return { record: task, request: undefined };
    const asked = await taskFor(ctx, source, booking, { ...task, attempts: task.attempts + 1 });
    const credentials = await openCredentials(ctx, source.customerId, module);
    return { record: task, request: { task: asked, module, credentials } satisfies TaskRequest };
  },
  save,
  call: (asked: TaskRequest, out) => attempt(asked, out),
  settle,
  settleLate: undoLate,
  answer: ({ state }) => state,
});

async function save(task: HeldTask, { db, now }: Context): Promise<HeldTask> {
  await saveTask(db, task.source.customerId, task, now);
  return task;
}

async function attempt({ task, module, credentials }: TaskRequest, out: CallContext): Promise<Outcome<TaskOutcome>> {
  const { outbound, now, log, requestId } = out;
  const known = moduleOf(module.contractId);
  const act = known?.carryOut?.[task.stage];
  const contract = known?.contract.stages.find(({ stage }) => stage === task.stage)?.task;
  if (!act || !contract)
    return {
      kind: "answered",
      answer: failedForGood(`${module.contractId} does not handle ${task.stage} automatically here`),
    };
  try {
    const request: UpstreamAccess["request"] = (url, wanted) => outbound.request(url, wanted);
    const answer = await act(task, { request, config: module.config, credentials, now });
    if (answer.kind === "failed")
      return answer.final ? { kind: "answered", answer } : { kind: "unknown", message: answer.message };
    const missing = missingKeys(contract.requiredResultKeys, answer.result);
    if (missing.length === 0) return { kind: "answered", answer };
    return { kind: "unknown", message: `upstream did not answer ${missing.join(", ")}` };
  } catch (error) {
    log.warn({ err: error, taskKey: task.key, requestId }, "a module failed upstream");
    return { kind: "unknown", message: error instanceof Error ? error.message.slice(0, 500) : String(error) };
  }
}

function failedForGood(message: string): TaskOutcome {
  return { kind: "failed", message, final: true };
}

async function settle(task: HeldTask, result: Result<TaskOutcome>, ctx: Context): Promise<HeldTask> {
  if (result.kind !== "answered") {
    const withPeople = result.kind !== "again" || task.attempts >= TRIES;
    return withPeople ? askPeople(ctx, task, result.message) : save({ ...task, lastError: result.message }, ctx);
  }
  const { answer } = result;
  if (answer.kind === "failed") return askPeople(ctx, task, answer.message);
  const { source, booking, stage } = task;
  await settleStage(ctx, source, stage, booking, answer.result);
  if (task.item) await completeByModule(ctx, task, task.item, answer.result);
  return save({ ...task, state: stepped(taskLife, "complete", task.state), lastError: null }, ctx);
}

/** The module has failed, for now or for good, so from here on people may do the task too. */
async function askPeople(ctx: Context, task: HeldTask, lastError: string): Promise<HeldTask> {
  const { source, booking, stage, attempts, moduleInstanceId } = task;
  const module = (await listModules(ctx.db, source)).find((one) => one.moduleInstanceId === moduleInstanceId);
  const doer = module && stageModuleOf([{ ...module, status: "CONFIGURING" }], stage);
  if (doer) await openFor(ctx, source, doer, booking, { lastError, attempts });
  return save({ ...task, state: stepped(taskLife, "ask people", task.state), lastError }, ctx);
}

async function completeByModule(ctx: Context, task: HeldTask, item: WorkItem, more: WorkItem["result"]): Promise<void> {
  const { source, moduleInstanceId } = task;
  const status = nextState(WORK_ITEM_STATUS, "complete", item.status, "work item");
  const result = { ...item.result, ...more };
  const completed = { completedBy: moduleInstanceId, completedAt: ctx.now, updatedAt: ctx.now };
  await updateWorkItem(ctx.db, source.customerId, { ...item, status, result, ...completed });
  const actor = { type: "module", id: moduleInstanceId } as const;
  await recordMove(ctx, source, item, { eventType: "COMPLETED", actor, payload: result });
}

/** Cancels an upstream booking that was made after its booking here was released. */
async function undoLate(task: HeldTask, answer: TaskOutcome, ctx: Context): Promise<HeldTask> {
  const { source, booking, stage, state } = task;
  if (stage !== "FINALIZE_BOOKING" || answer.kind !== "done" || state !== "CANCELLED") return task;
  if (booking.upstreamOrderId !== null) return task;
  const upstreamOrderId = String(answer.result.upstreamOrderId);
  await updateUpstream(ctx.db, source, booking.bookingId, { upstreamOrderId }, ctx.now);
  await cancelUpstream(ctx, source, { ...booking, upstreamOrderId });
  return task;
}
