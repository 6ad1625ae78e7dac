import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { integerId, queryList, wholeNumber } from "../../../ground/kernel/query.ts";
import { WORK_ITEM_KINDS } from "../modules/contract.ts";
import { PRIORITIES, WORK_ITEM_STATUSES, type WorkItem, type WorkItemEvent } from "./work-item.ts";

const anything = z.record(z.string(), z.unknown());
const id = z.string().min(1).max(255);

export const ItemPath = z.object({ sourceId: id, workItemId: id });

const listing = {
  status: queryList(z.enum(WORK_ITEM_STATUSES)).default(["OPEN", "IN_PROGRESS", "BLOCKED"]),
  kind: z.enum(WORK_ITEM_KINDS).optional(),
  resourceType: id.optional(),
  resourceId: id.optional(),
  mediaBuyId: id.optional(),
  buyerCustomerId: integerId("buyerCustomerId").optional(),
  olderThanHours: wholeNumber("olderThanHours", 0, 87_600).optional().describe("Only items at least this old"),
  limit: wholeNumber("limit", 1, 100).default(100),
};

export const ItemQuery = z.object(listing);
export const QueueQuery = z.object({ ...listing, sourceId: id.optional().describe("Only items of one source") });

export const ItemChangeBody = z
  .object({
    status: z.enum(["OPEN", "IN_PROGRESS", "BLOCKED"]).optional(),
    assignedTo: z
      .union([z.string().min(1).max(255), z.int()])
      .nullable()
      .optional(),
    blockedReason: z.string().max(2_000).nullable().optional().describe("Required with BLOCKED"),
    result: anything.optional(),
    notes: z.string().max(4_000).optional(),
  })
  .meta({ id: "WorkItemChange" });

export const CompletionBody = z
  .object({ result: anything.optional(), notes: z.string().max(4_000).optional() })
  .meta({ id: "WorkItemCompletion" });

const summary = {
  id: z.string(),
  storefrontId: z.string(),
  inventorySourceId: z.string(),
  moduleId: z.string().nullable(),
  kind: z.enum(WORK_ITEM_KINDS),
  title: z.string(),
  description: z.string().nullable(),
  status: z.enum(WORK_ITEM_STATUSES),
  priority: z.enum(PRIORITIES),
  resourceType: z.string(),
  resourceId: z.string(),
  mediaBuyId: z.string().nullable(),
  buyerCustomerId: z.int().nullable(),
  assignedTo: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
  blockedReason: z.string().nullable(),
  createdByType: z.string(),
  createdById: z.string().nullable(),
  completedBy: z.string().nullable(),
  completedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  requiredResultFields: z.array(z.string()).describe("What a result must contain before the item is completed"),
};

const ItemSummaryView = z.object(summary).meta({ id: "WorkItemSummary" });
export const ItemView = z.object({ ...summary, payload: anything, result: anything }).meta({ id: "WorkItem" });

const EventView = z.object({
  id: z.string(),
  workItemId: z.string(),
  eventType: z.string(),
  actorType: z.string(),
  actorId: z.string().nullable(),
  notes: z.string().nullable(),
  payload: anything,
  createdAt: z.iso.datetime(),
});

export const ItemListView = z
  .object({ items: z.array(ItemSummaryView), total: z.int(), scanned: z.int(), windowFull: z.boolean() })
  .meta({ id: "WorkItems" });
export const ItemDetailView = z.object({ item: ItemView, events: z.array(EventView) }).meta({ id: "WorkItemDetail" });
export const ItemMutationView = z
  .object({ ok: z.literal(true), item: ItemView, changed: z.boolean().optional() })
  .meta({ id: "WorkItemMutation" });

export function listViewOf(items: readonly WorkItem[], limit: number): z.input<typeof ItemListView> {
  return {
    items: items.map(summaryViewOf),
    total: items.length,
    scanned: items.length,
    windowFull: items.length === limit,
  };
}

function summaryViewOf(item: WorkItem): z.input<typeof ItemSummaryView> {
  const { workItemId, moduleInstanceId, requiredKeys, dueAt, completedAt, createdAt, updatedAt } = item;
  const { payload: _, result: __, stage: ___, subject: ____, bookingId: _____, ...reported } = item;
  return {
    ...reported,
    id: workItemId,
    storefrontId: String(item.storefrontId),
    inventorySourceId: String(item.inventorySourceId),
    moduleId: moduleInstanceId,
    dueAt: dueAt.toISOString(),
    completedAt: instantOf(completedAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    requiredResultFields: [...requiredKeys],
  };
}

export function itemViewOf(item: WorkItem): z.input<typeof ItemView> {
  return { ...summaryViewOf(item), payload: { ...item.payload }, result: { ...item.result } };
}

export function detailViewOf(item: WorkItem, events: readonly WorkItemEvent[]): z.input<typeof ItemDetailView> {
  return {
    item: itemViewOf(item),
    events: events.map(({ eventId, workItemId, eventType, actor, notes, payload, createdAt }) => ({
      id: String(eventId),
      workItemId,
      eventType,
      actorType: actor.type,
      actorId: actor.id,
      notes,
      payload: { ...payload },
      createdAt: createdAt.toISOString(),
    })),
  };
}
