import { sql } from "kysely";
import type { Db, Row } from "../../ground/db/index.ts";
import type { MediaBuyStatus, Pacing, SellerError } from "../../ground/seller-agent/index.ts";
import { type LegStanding, type LegState, UNSETTLED } from "./leg.ts";
import type { PackageStanding } from "./match-packages.ts";
import type { Leg, Order, OrderBuyer, OrderPackage } from "./order.ts";

/** False where the buyer has sent this key to this storefront before; then nothing is written. */
export async function insertOrder(
  db: Db,
  customerId: number,
  order: Order,
  idempotencyKey: string,
  at: Date,
): Promise<boolean> {
  const { identity, clockAheadMs, principal } = order.buyer;
  const inserted = await db
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
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["storefront_id", "buyer_principal", "idempotency_key"]).doNothing())
    .returning("order_id")
    .executeTakeFirst();
  if (!inserted) return false;
  await db.insertInto("order_legs").values(order.legs.map((leg) => legRow(customerId, leg, at))).execute();
  const packages = order.legs.flatMap((leg) => leg.packages.map((part) => packageRow(customerId, leg, part)));
  await db.insertInto("order_packages").values(packages).execute();
  return true;
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
    pacing: part.pacing,
  };
}

export async function findOrderByKey(
  db: Db,
  customerId: number,
  { storefrontId, principal, idempotencyKey }: { storefrontId: number; principal: string; idempotencyKey: string },
): Promise<Order | undefined> {
  const row = await db
    .selectFrom("orders")
    .select("order_id")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("buyer_principal", "=", principal)
    .where("idempotency_key", "=", idempotencyKey)
    .executeTakeFirst();
  return row && findOrder(db, customerId, row.order_id);
}

/** Whoever bought it: for the storefront itself. */
export async function findOrder(db: Db, customerId: number, orderId: string): Promise<Order | undefined> {
  const [order] = await assemble(db, customerId, [orderId], "%");
  return order;
}

/** Those of the orders that this buyer made at this storefront, in the order of their ids. */
export async function listOrdersOfBuyer(
  db: Db,
  customerId: number,
  storefrontId: number,
  principal: string,
  orderIds: readonly string[],
): Promise<Order[]> {
  const orders = await assemble(db, customerId, orderIds);
  return orders.filter((order) => order.storefrontId === storefrontId && order.buyer.principal === principal);
}
