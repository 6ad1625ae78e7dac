import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid } from "../../../ground/kernel/errors.ts";
import { nextState } from "../../../ground/kernel/lifecycle.ts";
import type { JsonRecord } from "../avails/avail.ts";
import { confirmAvails } from "../feed/confirm-avails.ts";
import { lockById } from "../ledger/lock-booking.ts";
import type { ModularSource } from "../modular-source.ts";
import { resolveHealth } from "../modules/resolve-health.ts";
import { listModules } from "../modules/store.ts";
import { settleReport } from "../reports/settle-report.ts";
import { handOff } from "../trafficking/hand-off.ts";
import { release } from "../trafficking/release.ts";
import { settleStage } from "../trafficking/settle-stage.ts";
import { completeTask } from "../trafficking/store.ts";
import { noSuchItem } from "./change-item.ts";
import { recordMove } from "./open-item.ts";
import { findWorkItem, lockWorkItem, updateWorkItem } from "./store.ts";
import { type Actor, flawOf, missingKeys, WORK_ITEM_STATUS, type WorkItem } from "./work-item.ts";

export interface Completion {
  readonly result?: JsonRecord | undefined;
  readonly notes?: string | undefined;
}

export interface Completed {
  readonly item: WorkItem;
  /** False if somebody had completed it before. */
  readonly changed: boolean;
}

/** Completes a work item and carries out its effect. The first completion wins; a later one changes nothing. */
export async function completeItem(
  ctx: Context,
  source: ModularSource,
  workItemId: string,
  { result: more = {}, notes }: Completion,
  actor: Actor,
): Promise<Completed> {
  const seen = await findWorkItem(ctx.db, source, workItemId);
  if (!seen) throw noSuchItem(workItemId);
  // Locked in the usual order: the avail, the booking, the work item.
  const booking = seen.bookingId === null ? undefined : await lockById(ctx, source, seen.bookingId);
  const item = await lockWorkItem(ctx.db, source, workItemId);
  if (!item) throw noSuchItem(workItemId);
  if (item.status === "COMPLETED") return { item, changed: false };
  if (item.status === "CANCELLED")
    throw new Conflict("the work item was cancelled together with its booking", { details: { status: item.status } });
  const result = { ...item.result, ...more };
  const missing = missingKeys(item.requiredKeys, result);
  if (missing.length > 0)
    throw new Invalid(`result: ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing`, {
      field: `result.${missing[0]}`,
      details: { missingResultKeys: missing },
    });
  for (const key of item.requiredKeys) {
    const flaw = flawOf(key, result[key]);
    if (flaw) throw new Invalid(`result: ${flaw}`, { field: `result.${key}` });
  }
  const after: WorkItem = {
    ...item,
    status: nextState(WORK_ITEM_STATUS, "complete", item.status, "work item"),
    blockedReason: null,
    result,
    completedBy: actor.id ?? actor.type,
    completedAt: ctx.now,
    updatedAt: ctx.now,
  };
  await updateWorkItem(ctx.db, source.customerId, after);
  await recordMove(ctx, source, item, { eventType: "COMPLETED", actor, notes: notes ?? null, payload: result });
  await completeTask(ctx.db, source.customerId, item.subject, ctx.now);
  await follow(ctx, source, after, booking);
  return { item: after, changed: true };
}

type LockedBooking = Awaited<ReturnType<typeof lockById>>;

async function follow(ctx: Context, source: ModularSource, item: WorkItem, booking: LockedBooking | undefined) {
  const { kind, stage, moduleInstanceId, result } = item;
  switch (kind) {
    case "CONFIRM_AVAILS":
      return confirmAvails(ctx, source, result);
    case "RESOLVE_SOURCE_HEALTH":
      return resolveHealth(ctx, source, moduleInstanceId);
    case "UPLOAD_FINAL_REPORT":
      return booking && settleReport(ctx, source, booking, result);
    case "APPROVE_RATE_EXCEPTION":
      if (!booking) return undefined;
      if (result.approved !== true) return void (await release(ctx, source, booking, "RATE_REFUSED"));
      return void (await handOff(ctx, source, await listModules(ctx.db, source), booking, {}));
    default:
      return stage && booking && settleStage(ctx, source, stage, booking, result);
  }
}
