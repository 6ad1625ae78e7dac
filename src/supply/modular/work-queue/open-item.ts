import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { nextState } from "../../../ground/kernel/lifecycle.ts";
import { notify } from "../../../platform/notifications/index.ts";
import type { ModularSource } from "../modular-source.ts";
import { insertEvent, insertWorkItem, lockOpenItem, updateWorkItem } from "./store.ts";
import { type Actor, WORK_ITEM_STATUS, type WorkItem } from "./work-item.ts";

export const SYSTEM: Actor = { type: "system", id: null };
const DUE_HOURS = 24;

export type ItemToOpen = Pick<
  WorkItem,
  "kind" | "stage" | "moduleInstanceId" | "subject" | "title" | "resourceType" | "resourceId" | "requiredKeys"
> &
  Partial<
    Pick<
      WorkItem,
      "description" | "priority" | "bookingId" | "mediaBuyId" | "buyerCustomerId" | "payload" | "createdById"
    >
  > & { readonly dueHours?: number };

/** Opens a work item and notifies people. If an item with the same subject is already open, returns that one. */
export async function openItem(ctx: Context, source: ModularSource, wanted: ItemToOpen): Promise<WorkItem> {
  const { db, now, random } = ctx;
  const { dueHours = DUE_HOURS, ...about } = wanted;
  const item: WorkItem = {
    description: null,
    priority: "NORMAL",
    bookingId: null,
    mediaBuyId: null,
    buyerCustomerId: null,
    payload: {},
    createdById: null,
    ...about,
    workItemId: newId("workItem", random),
    storefrontId: source.storefrontId,
    inventorySourceId: source.inventorySourceId,
    status: "OPEN",
    result: {},
    assignedTo: null,
    blockedReason: null,
    dueAt: after(now, dueHours * HOUR_MS),
    createdByType: "system",
    completedBy: null,
    completedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  const opened = await insertWorkItem(db, source.customerId, item);
  if (!opened) {
    const open = await lockOpenItem(db, source, item.subject);
    if (!open) throw new Error(`the work item ${item.subject} is neither there nor not`);
    return open;
  }
  await recordMove(ctx, source, opened, { eventType: "OPENED", actor: SYSTEM });
  const message = `${source.name}: ${item.title}. GET /inventory-sources/${source.sourceId}/modular/work-items/${item.workItemId}`;
  await notify(ctx, { type: "work_item.opened", resourceType: "WORK_ITEM", resourceId: item.workItemId, message });
  return opened;
}

interface Move {
  readonly eventType: "OPENED" | "UPDATED" | "COMPLETED" | "CANCELLED" | "GREW_OLD";
  readonly actor: Actor;
  readonly notes?: string | null;
  readonly payload?: WorkItem["payload"];
}

/** Adds a move to the item's history, and to the audit log unless the operation has an entry of its own there. */
export async function recordMove(
  ctx: Context,
  { customerId }: ModularSource,
  item: WorkItem,
  move: Move,
): Promise<void> {
  const { eventType, actor, notes = null, payload = {} } = move;
  await insertEvent(ctx.db, customerId, item.workItemId, { eventType, actor, notes, payload }, ctx.now);
  if (actor.type === "operator") return;
  await ctx.audit({
    viewer: { customerId, userId: null, email: null },
    operation: `modular.work-item-${eventType.toLowerCase().replaceAll("_", "-")}`,
    action: eventType === "OPENED" ? "CREATE" : "UPDATE",
    resourceType: "WORK_ITEM",
    resourceId: item.workItemId,
  });
}

/** Cancels work items that are no longer needed. */
export async function cancelItems(
  ctx: Context,
  source: ModularSource,
  items: readonly WorkItem[],
  notes: string,
): Promise<void> {
  for (const item of items) {
    const status = nextState(WORK_ITEM_STATUS, "cancel", item.status, "work item");
    await updateWorkItem(ctx.db, source.customerId, { ...item, status, updatedAt: ctx.now });
    await recordMove(ctx, source, item, { eventType: "CANCELLED", actor: SYSTEM, notes });
  }
}
