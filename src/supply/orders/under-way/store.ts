import { sql } from "kysely";
import { type Db, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import type { LegState } from "../legs/leg-state.ts";
import type { OrderBuyer } from "../order.ts";
import type { LegUnderWay, UnderWay } from "./leg-under-way.ts";

/** Each worded exactly like the partial index that finds the legs. */
export const MEANT = {
  stuck: sql<boolean>`(order_legs.state = 'failed' or order_legs.state = 'open' and attempts > 0)
    and (order_legs.state = 'failed' or lease_until is null)`,
  with_source: sql<boolean>`order_legs.state in ('submitted', 'input_required')`,
} as const satisfies Record<UnderWay, unknown>;

/** The legs, newest first; `total` is their number on all pages. */
export async function listLegsUnderWay(
  db: Db,
  customerId: number,
  which: UnderWay,
  most: number,
): Promise<{ legs: LegUnderWay[]; total: number }> {
  const meant = db
    .selectFrom("order_legs")
    .innerJoin("orders", (join) =>
      join
        .onRef("orders.customer_id", "=", "order_legs.customer_id")
        .onRef("orders.order_id", "=", "order_legs.order_id"),
    )
    .leftJoin("inventory_sources", (join) =>
      join
        .onRef("inventory_sources.customer_id", "=", "order_legs.customer_id")
        .onRef("inventory_sources.inventory_source_id", "=", "order_legs.inventory_source_id"),
    )
    .selectAll("order_legs")
    .select(["orders.buyer", "inventory_sources.source_id", "inventory_sources.name as source_name"])
    .where("order_legs.customer_id", "=", customerId)
    .where(MEANT[which])
    .orderBy("order_legs.leg_id", "desc");
  const { rows, total } = await pageAndTotal(meant, { take: most, skip: 0 });
  return { legs: rows.map(fromRow), total };
}

interface Found extends Row<"order_legs"> {
  readonly buyer: unknown;
  readonly source_id: string | null;
  readonly source_name: string | null;
}

function fromRow(row: Found): LegUnderWay {
  const { identity } = row.buyer as Pick<OrderBuyer, "identity">;
  return {
    orderId: row.order_id,
    buyer: { customerId: identity.customerId, name: identity.name },
    sourceId: row.source_id ?? String(row.inventory_source_id),
    sourceName: row.source_name ?? row.agent_id,
    state: row.state as LegState,
    executionKey: row.execution_key,
    taskId: row.task_id,
    sentAt: row.sent_at,
    since: row.updated_at,
  };
}
