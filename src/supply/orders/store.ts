import { sql } from "kysely";
import type { Db, Row } from "../../ground/db/index.ts";
import type {
  Echo,
  FormatId,
  MediaBuyStatus,
  Pacing,
  SellerCreative,
  SellerError,
  Targeting,
} from "../../ground/seller-agent/index.ts";
import type { Screening } from "./approvals/screening.ts";
import type { LegState } from "./legs/leg-state.ts";
import type { BuyerOfStorefront, Callback, Leg, Order, OrderBuyer, OrderPackage } from "./order.ts";

export async function findOrderByKey(
  db: Db,
  customerId: number,
  { storefrontId, principal }: BuyerOfStorefront,
  idempotencyKey: string,
): Promise<Order | undefined> {
  const rows = orders(db, customerId)
    .where("storefront_id", "=", storefrontId)
    .where("buyer_principal", "=", principal)
    .where("idempotency_key", "=", idempotencyKey);
  const [order] = await assemble(db, customerId, await rows.execute());
  return order;
}

/** Any buyer's order; used by the storefront itself. */
export async function findOrder(db: Db, customerId: number, orderId: string): Promise<Order | undefined> {
  const rows = orders(db, customerId).where("order_id", "=", orderId);
  const [order] = await assemble(db, customerId, await rows.execute());
  return order;
}

/** Orders of any buyer, oldest first. */
export async function listOrders(db: Db, customerId: number, orderIds: readonly string[]): Promise<Order[]> {
  const rows = orders(db, customerId).where(sql<boolean>`order_id = any(${orderIds})`);
  return assemble(db, customerId, await rows.execute());
}

/** Those of the orders that this buyer placed at this storefront, oldest first. */
export async function listOrdersOfBuyer(
  db: Db,
  customerId: number,
  { storefrontId, principal }: BuyerOfStorefront,
  orderIds: readonly string[],
): Promise<Order[]> {
  const rows = orders(db, customerId)
    .where("storefront_id", "=", storefrontId)
    .where("buyer_principal", "=", principal)
    .where(sql<boolean>`order_id = any(${orderIds})`);
  return assemble(db, customerId, await rows.execute());
}

/** Stores what a buyer may change in an order that no source has received. */
export async function saveTerms(db: Db, customerId: number, { orderId, flight, legs }: Order): Promise<void> {
  await db
    .updateTable("orders")
    .set({ flight_start: flight.start, flight_end: flight.end })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .execute();
  const packages = legs.flatMap((leg) => leg.packages);
  await sql`
    update order_packages set
      budget = said.budget, bid_price = said."bidPrice", pacing = said.pacing,
      start_time = said."startTime", end_time = said."endTime", targeting = nullif(said.targeting, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(packages)}::jsonb)
      as said("packageId" text, budget numeric, "bidPrice" numeric, pacing text, "startTime" timestamptz,
              "endTime" timestamptz, targeting jsonb)
    where customer_id = ${customerId} and package_id = said."packageId"`.execute(db);
}

/** A buyer's clock never goes backwards. */
export async function moveBuyerClock(db: Db, customerId: number, order: Order, clockAheadMs: number): Promise<void> {
  if (clockAheadMs <= order.buyer.clockAheadMs) return;
  const { identity } = order.buyer;
  await db
    .updateTable("orders")
    .set({ buyer: JSON.stringify({ identity, clockAheadMs }) })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", order.orderId)
    .execute();
}

function orders(db: Db, customerId: number) {
  return db.selectFrom("orders").selectAll().where("customer_id", "=", customerId).orderBy("order_id");
}

async function assemble(db: Db, customerId: number, rows: readonly Row<"orders">[]): Promise<Order[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.order_id);
  const ofThese = (table: "order_legs" | "order_packages") =>
    sql<boolean>`${sql.ref(`${table}.order_id`)} = any(${ids})`;
  const [legs, packages] = await Promise.all([
    db
      .selectFrom("order_legs")
      .leftJoin("inventory_sources as source", (join) =>
        join
          .onRef("source.customer_id", "=", "order_legs.customer_id")
          .onRef("source.inventory_source_id", "=", "order_legs.inventory_source_id"),
      )
      .selectAll("order_legs")
      .select("source.name as source_name")
      .where("order_legs.customer_id", "=", customerId)
      .where(ofThese("order_legs"))
      .orderBy("order_legs.leg_id")
      .execute(),
    db
      .selectFrom("order_packages")
      .selectAll()
      .where("customer_id", "=", customerId)
      .where(ofThese("order_packages"))
      .orderBy("position")
      .execute(),
  ]);
  return rows.map((row) => fromOrderRow(row, legs, packages));
}

type LegRow = Row<"order_legs"> & { readonly source_name: string | null };

export function fromOrderRow(
  row: Row<"orders">,
  legs: readonly LegRow[],
  packages: readonly Row<"order_packages">[],
): Order {
  const { identity, clockAheadMs } = row.buyer as unknown as Omit<OrderBuyer, "principal">;
  return {
    orderId: row.order_id,
    storefrontId: row.storefront_id,
    buyer: { principal: row.buyer_principal, identity, clockAheadMs },
    buyerRef: row.buyer_ref,
    name: row.name,
    requestHash: row.request_hash,
    screening: row.screening as unknown as Screening | null,
    flight: { start: row.flight_start, end: row.flight_end },
    echo: row.echo as Echo | null,
    startsPaused: row.starts_paused,
    holdId: row.hold_id,
    legs: legs
      .filter((leg) => leg.order_id === row.order_id)
      .map((leg) => ({ ...fromLegRow(leg, packages), startsPaused: row.starts_paused }))
      .toSorted((a, b) => firstPosition(a) - firstPosition(b)),
  };
}

function firstPosition({ packages }: Pick<Leg, "packages">): number {
  return packages[0]?.position ?? 0;
}

function fromLegRow(row: LegRow, packages: readonly Row<"order_packages">[]): Omit<Leg, "startsPaused"> {
  return {
    legId: row.leg_id,
    orderId: row.order_id,
    inventorySourceId: row.inventory_source_id,
    sourceName: row.source_name ?? row.agent_id,
    agentId: row.agent_id,
    accountIdentifier: row.account_identifier,
    executionKey: row.execution_key,
    callback: row.callback as unknown as Callback | null,
    state: row.state as LegState,
    sellerMediaBuyId: row.seller_media_buy_id,
    sellerStatus: row.seller_status as MediaBuyStatus | null,
    taskId: row.task_id,
    message: row.message,
    errors: row.errors as unknown as SellerError[],
    creativesRefused: row.creatives_refused,
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    sentAt: row.sent_at,
    updatedAt: row.updated_at,
    packages: packages.filter((part) => part.leg_id === row.leg_id).map(fromPackageRow),
  };
}

function fromPackageRow(row: Row<"order_packages">): OrderPackage {
  return {
    packageId: row.package_id,
    position: row.position,
    buyerRef: row.buyer_ref,
    productId: row.product_id,
    sourceProductId: row.source_product_id,
    pricingOptionId: row.pricing_option_id,
    budget: row.budget,
    currency: row.currency,
    bidPrice: row.bid_price,
    bidFloor: row.bid_floor,
    discountPercent: row.discount_percent,
    pacing: row.pacing as Pacing,
    startTime: row.start_time,
    endTime: row.end_time,
    // Validated when it was received, and nothing else writes this column.
    targeting: row.targeting as Targeting | null,
    echo: row.echo as Echo | null,
    startsPaused: row.starts_paused,
    formatIds: row.format_ids as unknown as readonly FormatId[] | null,
    creatives: row.creatives as unknown as readonly SellerCreative[] | null,
    sellerPackageId: row.seller_package_id,
    paused: row.paused,
    canceled: row.canceled,
  };
}
