import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../ground/db/index.ts";
import type { Leg, Order, OrderPackage } from "./order.ts";
import { fromOrderRow } from "./store.ts";

/** The order as it is written down; undefined where the buyer has sent this key to this storefront before, and nothing is written. */
export async function insertOrder(
  db: Db,
  customerId: number,
  order: Order,
  idempotencyKey: string,
  at: Date,
): Promise<Order | undefined> {
  const { identity, clockAheadMs, principal } = order.buyer;
  const inserting = db
    .insertInto("orders")
    .values({
      customer_id: customerId,
      order_id: order.orderId,
      storefront_id: order.storefrontId,
      buyer_principal: principal,
      buyer: JSON.stringify({ identity, clockAheadMs }),
      buyer_ref: order.buyerRef,
      name: order.name,
      idempotency_key: idempotencyKey,
      request_hash: order.requestHash,
      flight_start: order.flight.start,
      flight_end: order.flight.end,
      echo: order.echo && JSON.stringify(order.echo),
      starts_paused: order.startsPaused,
      screening: order.screening && JSON.stringify(order.screening),
      hold_id: order.holdId,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(["storefront_id", "buyer_principal", "idempotency_key", "customer_id"]).doNothing(),
    )
    .returningAll();
  const ofOrder = { customerId, orderId: order.orderId };
  const legRows = order.legs.map((leg) => legRow(customerId, leg, at));
  const packageRows = order.legs.flatMap((leg) => leg.packages.map((part) => packageRow(customerId, leg, part)));
  // In one message, in this order; a key that was sent before leaves nothing for the parts to belong to.
  const [orders, legs, packages] = await Promise.all([
    db.executeQuery(inserting.compile()),
    db.executeQuery(insertParts<Row<"order_legs">>(ofOrder, "order_legs", legRows).compile(db)),
    db.executeQuery(insertParts<Row<"order_packages">>(ofOrder, "order_packages", packageRows).compile(db)),
  ]);
  const names = new Map(order.legs.map(({ legId, sourceName }) => [legId, sourceName]));
  const named = legs.rows.map((row) => ({ ...row, source_name: names.get(row.leg_id) ?? null }));
  const [row] = orders.rows;
  const inPlace = packages.rows.toSorted((a, b) => a.position - b.position);
  return row && fromOrderRow(row, named, inPlace);
}

function insertParts<R>(
  { customerId, orderId }: { readonly customerId: number; readonly orderId: string },
  table: "order_legs" | "order_packages",
  rows: readonly Readonly<Record<string, unknown>>[],
) {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  return sql<R>`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${storableJson(rows)}::jsonb)
    where exists (select from orders where orders.customer_id = ${customerId} and orders.order_id = ${orderId})
    returning *`;
}

function legRow(customerId: number, leg: Leg, at: Date) {
  return {
    customer_id: customerId,
    leg_id: leg.legId,
    order_id: leg.orderId,
    inventory_source_id: leg.inventorySourceId,
    agent_id: leg.agentId,
    account_identifier: leg.accountIdentifier,
    execution_key: leg.executionKey,
    callback: leg.callback,
    state: leg.state,
    created_at: at,
    updated_at: at,
  };
}

function packageRow(customerId: number, { orderId, legId }: Leg, part: OrderPackage) {
  return {
    customer_id: customerId,
    package_id: part.packageId,
    order_id: orderId,
    leg_id: legId,
    position: part.position,
    buyer_ref: part.buyerRef,
    product_id: part.productId,
    source_product_id: part.sourceProductId,
    pricing_option_id: part.pricingOptionId,
    budget: part.budget,
    currency: part.currency,
    bid_price: part.bidPrice,
    bid_floor: part.bidFloor,
    discount_percent: part.discountPercent,
    pacing: part.pacing,
    start_time: part.startTime,
    end_time: part.endTime,
    targeting: part.targeting,
    echo: part.echo,
    starts_paused: part.startsPaused,
    format_ids: part.formatIds,
    creatives: part.creatives,
  };
}
