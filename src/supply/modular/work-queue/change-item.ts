import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { can, nextState } from "../../../ground/kernel/lifecycle.ts";
import type { JsonRecord } from "../avails/avail.ts";
import type { ModularSource } from "../modular-source.ts";
import { recordMove } from "./open-item.ts";
import { lockWorkItem, updateWorkItem } from "./store.ts";
import { type Actor, type OpenStatus, STEP_TO, WORK_ITEM_STATUS, type WorkItem } from "./work-item.ts";

export interface ItemChange {
  readonly status?: OpenStatus | undefined;
  readonly assignedTo?: string | number | null | undefined;
  readonly blockedReason?: string | null | undefined;
  readonly result?: JsonRecord | undefined;
  readonly notes?: string | undefined;
}

/** Claims a work item, blocks it with a reason, or adds what is known so far. */
export async function changeItem(
  ctx: Context,
  source: ModularSource,
  workItemId: string,
  change: ItemChange,
): Promise<WorkItem> {
  const item = await lockOwnItem(ctx, source, workItemId);
  const step = change.status ? STEP_TO[change.status] : "begin";
  if (!can(WORK_ITEM_STATUS, step, item.status))
    throw new Conflict(`the work item is ${item.status}, and cannot be changed any more`, {
      details: { status: item.status },
    });
  const status = change.status ? nextState(WORK_ITEM_STATUS, step, item.status, "work item") : item.status;
  const reason = change.blockedReason === undefined ? item.blockedReason : change.blockedReason;
  if (status === "BLOCKED" && !reason)
    throw new Invalid("blockedReason: say what blocks the item", { field: "blockedReason" });
  const after: WorkItem = {
    ...item,
    status,
    blockedReason: status === "BLOCKED" ? reason : null,
    assignedTo: assignee(change, item),
    result: { ...item.result, ...change.result },
    updatedAt: ctx.now,
  };
  await updateWorkItem(ctx.db, source.customerId, after);
  const payload = { from: item.status, to: status, assignedTo: after.assignedTo, blockedReason: after.blockedReason };
  await recordMove(ctx, source, item, {
    eventType: "UPDATED",
    actor: operatorIn(ctx),
    notes: change.notes ?? null,
    payload,
  });
  return after;
}

async function lockOwnItem(ctx: Context, source: ModularSource, workItemId: string): Promise<WorkItem> {
  const item = await lockWorkItem(ctx.db, source, workItemId);
  if (!item) throw noSuchItem(workItemId);
  return item;
}

export function noSuchItem(workItemId: string): NotFound {
  return new NotFound(`there is no work item ${workItemId} at this source`);
}

export function operatorIn({ viewer }: Pick<Context, "viewer">): Actor {
  return { type: "operator", id: viewer.userId === null ? null : String(viewer.userId) };
}

function assignee({ assignedTo }: ItemChange, before: WorkItem): string | null {
  if (assignedTo === undefined) return before.assignedTo;
  return assignedTo === null ? null : String(assignedTo);
}
