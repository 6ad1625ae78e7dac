import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { OpenItem } from "../lifecycle/project.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { Actor, WorkItem, WorkItemEvent } from "./work-item.ts";

/** The items that wait for somebody. Worded exactly like the partial index. */
const waiting = sql<boolean>`status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`;
const WAITING: ReadonlySet<string> = new Set(["OPEN", "IN_PROGRESS", "BLOCKED"]);

/** Undefined if an item with the same subject is already open. */
export async function insertWorkItem(db: Db, customerId: number, item: WorkItem): Promise<WorkItem | undefined> {
  const row = await db
    .insertInto("modular_work_items")
    .values({
      customer_id: customerId,
      work_item_id: item.workItemId,
      storefront_id: item.storefrontId,
      inventory_source_id: item.inventorySourceId,
      module_instance_id: item.moduleInstanceId,
      kind: item.kind,
      stage: item.stage,
      subject: item.subject,
      title: item.title,
      description: item.description,
      priority: item.priority,
      resource_type: item.resourceType,
      resource_id: item.resourceId,
      booking_id: item.bookingId,
      media_buy_id: item.mediaBuyId,
      buyer_customer_id: item.buyerCustomerId,
      required_keys: [...item.requiredKeys],
      payload: storableJson(item.payload),
      created_by_type: item.createdByType,
      created_by_id: item.createdById,
      created_at: item.createdAt,
      ...movable(item),
    })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "inventory_source_id", "subject"]).where(waiting).doNothing(),
    )
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function updateWorkItem(db: Db, customerId: number, item: WorkItem): Promise<void> {
  await db
    .updateTable("modular_work_items")
    .set(movable(item))
    .where("customer_id", "=", customerId)
    .where("work_item_id", "=", item.workItemId)
    .execute();
}

function movable(item: WorkItem) {
  return {
    status: item.status,
    result: storableJson(item.result),
    assigned_to: item.assignedTo,
    blocked_reason: item.blockedReason,
    due_at: item.dueAt,
    completed_by: item.completedBy,
    completed_at: item.completedAt,
    updated_at: item.updatedAt,
  };
}

export async function insertEvent(
  db: Db,
  customerId: number,
  workItemId: string,
  { eventType, actor, notes, payload }: Pick<WorkItemEvent, "eventType" | "actor" | "notes" | "payload">,
  at: Date,
): Promise<void> {
  await db
    .insertInto("modular_work_item_events")
    .values({
      customer_id: customerId,
      work_item_id: workItemId,
      event_type: eventType,
      actor_type: actor.type,
      actor_id: actor.id,
      notes,
      payload: storableJson(payload),
      created_at: at,
    })
    .execute();
}

export async function findWorkItem(db: Db, place: ModularSourceRef, workItemId: string): Promise<WorkItem | undefined> {
  const row = await items(db, place).where("work_item_id", "=", workItemId).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the item. The first completion wins: a concurrent one waits here, and then sees it. */
export async function lockWorkItem(db: Db, place: ModularSourceRef, workItemId: string): Promise<WorkItem | undefined> {
  const row = await items(db, place).where("work_item_id", "=", workItemId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the open item with a subject. */
export async function lockOpenItem(db: Db, place: ModularSourceRef, subject: string): Promise<WorkItem | undefined> {
  const row = await items(db, place).where("subject", "=", subject).where(waiting).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** The open item with a subject, not locked. */
export async function findOpenItem(db: Db, place: ModularSourceRef, subject: string): Promise<WorkItem | undefined> {
  const row = await items(db, place).where("subject", "=", subject).where(waiting).executeTakeFirst();
  return row && fromRow(row);
}

export async function lockOpenItemsOfBooking(db: Db, place: ModularSourceRef, bookingId: string): Promise<WorkItem[]> {
  const rows = await items(db, place)
    .where("booking_id", "=", bookingId)
    .where(waiting)
    .orderBy("work_item_id")
    .forUpdate()
    .execute();
  return rows.map(fromRow);
}

export async function listEvents(db: Db, customerId: number, workItemId: string): Promise<WorkItemEvent[]> {
  const rows = await db
    .selectFrom("modular_work_item_events")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("work_item_id", "=", workItemId)
    .orderBy("event_id")
    .execute();
  return rows.map(fromEventRow);
}

export interface WorkItemFilter {
  readonly statuses: readonly string[];
  readonly kind?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly mediaBuyId?: string | undefined;
  readonly buyerCustomerId?: number | undefined;
  /** Only items created at this time or before. */
  readonly olderThan?: Date | undefined;
}

/** Oldest first, of one source or of the whole storefront. */
export async function listWorkItems(
  db: Db,
  { customerId, inventorySourceId }: { readonly customerId: number; readonly inventorySourceId: number | null },
  filter: WorkItemFilter,
  limit: number,
): Promise<WorkItem[]> {
  const { statuses, kind, resourceType, resourceId, mediaBuyId, buyerCustomerId, olderThan } = filter;
  const rows = await db
    .selectFrom("modular_work_items")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where((item) => item("status", "=", item.fn.any(item.val([...statuses]))))
    .$if(
      statuses.every((status) => WAITING.has(status)),
      (list) => list.where(waiting),
    )
    .$if(inventorySourceId !== null, (list) => list.where("inventory_source_id", "=", inventorySourceId))
    .$if(kind !== undefined, (list) => list.where("kind", "=", kind ?? ""))
    .$if(resourceType !== undefined, (list) => list.where("resource_type", "=", resourceType ?? ""))
    .$if(resourceId !== undefined, (list) => list.where("resource_id", "=", resourceId ?? ""))
    .$if(mediaBuyId !== undefined, (list) => list.where("media_buy_id", "=", mediaBuyId ?? ""))
    .$if(buyerCustomerId !== undefined, (list) => list.where("buyer_customer_id", "=", buyerCustomerId ?? 0))
    .$if(olderThan !== undefined, (list) => list.where("created_at", "<=", olderThan ?? new Date(0)))
    .orderBy("created_at")
    .orderBy("work_item_id")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** The open items, with the fields that the lifecycle needs. */
export async function listOpenForLifecycle(db: Db, place: ModularSourceRef): Promise<OpenItem[]> {
  const rows = await items(db, place)
    .clearSelect()
    .select(["kind", "module_instance_id", "stage"])
    .where(waiting)
    .limit(10_000)
    .execute();
  return rows.map((row) => ({
    kind: row.kind as OpenItem["kind"],
    moduleInstanceId: row.module_instance_id,
    stage: row.stage as OpenItem["stage"],
  }));
}

/** Marks items that have become old, and returns them, so that each is reported once. */
export async function markOld(db: Db, place: ModularSourceRef, now: Date): Promise<WorkItem[]> {
  const rows = await db
    .updateTable("modular_work_items")
    .set({ is_old_told: true })
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("due_at", "<=", now)
    .where(sql<boolean>`status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') and not is_old_told`)
    .returningAll()
    .execute();
  return rows.map(fromRow);
}

function items(db: Db, { customerId, inventorySourceId }: ModularSourceRef) {
  return db
    .selectFrom("modular_work_items")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId);
}

function fromRow(row: Row<"modular_work_items">): WorkItem {
  return {
    workItemId: row.work_item_id,
    storefrontId: row.storefront_id,
    inventorySourceId: row.inventory_source_id,
    moduleInstanceId: row.module_instance_id,
    kind: row.kind as WorkItem["kind"],
    stage: row.stage as WorkItem["stage"],
    subject: row.subject,
    title: row.title,
    description: row.description,
    status: row.status as WorkItem["status"],
    priority: row.priority as WorkItem["priority"],
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    bookingId: row.booking_id,
    mediaBuyId: row.media_buy_id,
    buyerCustomerId: row.buyer_customer_id,
    requiredKeys: row.required_keys,
    payload: row.payload as WorkItem["payload"],
    result: row.result as WorkItem["result"],
    assignedTo: row.assigned_to,
    blockedReason: row.blocked_reason,
    dueAt: row.due_at,
    createdByType: row.created_by_type as WorkItem["createdByType"],
    createdById: row.created_by_id,
    completedBy: row.completed_by,
    completedAt: row.completed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function fromEventRow(row: Row<"modular_work_item_events">): WorkItemEvent {
  return {
    eventId: row.event_id,
    workItemId: row.work_item_id,
    eventType: row.event_type,
    actor: { type: row.actor_type as Actor["type"], id: row.actor_id },
    notes: row.notes,
    payload: row.payload as WorkItemEvent["payload"],
    createdAt: row.created_at,
  };
}
