import type { Db } from "../../../ground/db/index.ts";
import type { ModularSourceRef } from "../modular-source.ts";

/** A move of a media buy's work item, for the timeline of its order. */
export interface WorkItemMove {
  readonly workItemId: string;
  readonly kind: string;
  readonly eventType: string;
  readonly actorType: string;
  readonly at: Date;
}

export async function listMoves(db: Db, place: ModularSourceRef, mediaBuyId: string): Promise<WorkItemMove[]> {
  const rows = await db
    .selectFrom("modular_work_items")
    .innerJoin("modular_work_item_events", (join) =>
      join
        .onRef("modular_work_item_events.customer_id", "=", "modular_work_items.customer_id")
        .onRef("modular_work_item_events.work_item_id", "=", "modular_work_items.work_item_id"),
    )
    .select([
      "modular_work_items.work_item_id",
      "kind",
      "event_type",
      "actor_type",
      "modular_work_item_events.created_at",
    ])
    .where("modular_work_items.customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("media_buy_id", "=", mediaBuyId)
    .orderBy("event_id")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    workItemId: row.work_item_id,
    kind: row.kind,
    eventType: row.event_type,
    actorType: row.actor_type,
    at: row.created_at,
  }));
}
