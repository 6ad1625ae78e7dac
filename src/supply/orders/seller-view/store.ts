import { type SelectQueryBuilder, sql } from "kysely";
import type { Db, Tables } from "../../../ground/db/index.ts";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { ROWS_A_PAGE } from "../../../ground/kernel/csv/csv-list.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import { principalOf } from "../../../ground/seller-agent/principal.ts";
import type { LegEvent } from "../legs/leg.ts";
import { listOrders } from "../store.ts";
import { type OrderStatus, PHASES, type SoldOrder } from "./sold-order.ts";

export interface OrderFilter {
  readonly status?: OrderStatus | undefined;
  readonly buyerCustomerId?: number | undefined;
  readonly sourceId?: string | undefined;
  readonly flightStartFrom?: string | undefined;
  readonly flightStartTo?: string | undefined;
}

/** Whose orders: those of one seller at its storefront. */
export interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
}

type Orders<O> = SelectQueryBuilder<Tables, "orders", O>;

const HORIZON_MS = 48 * HOUR_MS;
/** No person works through more than this many; the others follow in their usual order. */
const MOST_URGENT = 200;

/**
 * A page of ids: first the orders that wait for somebody and start within two days, the earliest start first; then the
 * others, newest first.
 */
export async function pageOfOrders(
  db: Db,
  shop: Shop,
  filter: OrderFilter,
  { take, skip }: Page,
  now: Date,
): Promise<string[]> {
  const urgent = await listUrgent(db, shop, filter, now);
  const first = urgent.slice(skip, skip + take);
  const rest = await matching(db, shop, filter)
    .select("order_id")
    .where(sql<boolean>`order_id <> all(${urgent})`)
    .orderBy("order_id", "desc")
    .limit(take - first.length)
    .offset(Math.max(0, skip - urgent.length))
    .execute();
  return [...first, ...rest.map((row) => row.order_id)];
}

/** A page of the exported file: orders below an id, newest first, whatever their urgency. */
export async function pageOfOrdersBelow(
  db: Db,
  shop: Shop,
  filter: OrderFilter,
  below: string | undefined,
): Promise<string[]> {
  let page = matching(db, shop, filter).select("order_id").orderBy("order_id", "desc").limit(ROWS_A_PAGE);
  if (below !== undefined) page = page.where("order_id", "<", below);
  return (await page.execute()).map((row) => row.order_id);
}

async function listUrgent(db: Db, shop: Shop, filter: OrderFilter, now: Date): Promise<string[]> {
  const rows = await matching(db, shop, filter)
    .select(["order_id", "flight_start"])
    .where("flight_start", "<=", after(now, HORIZON_MS))
    .where("flight_end", ">", now)
    .where(
      sql<boolean>`order_id in (
        select order_id from order_legs where customer_id = ${shop.customerId}
          and (state in ('held', 'open', 'submitted', 'input_required') or seller_status = 'pending_creatives'))`,
    )
    .orderBy("order_id")
    .limit(MOST_URGENT)
    .execute();
  return rows
    .toSorted((a, b) => a.flight_start.getTime() - b.flight_start.getTime())
    .map(({ order_id: orderId }) => orderId);
}

export async function countOrders(db: Db, shop: Shop, filter: OrderFilter): Promise<number> {
  const { count } = await matching(db, shop, filter)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

function matching(db: Db, { customerId, storefrontId }: Shop, filter: OrderFilter): Orders<object> {
  const { status, buyerCustomerId, sourceId, flightStartFrom, flightStartTo } = filter;
  let query: Orders<object> = db
    .selectFrom("orders")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId);
  if (buyerCustomerId !== undefined) query = query.where("buyer_principal", "=", principalOf(buyerCustomerId));
  if (flightStartFrom !== undefined) query = query.where("flight_start", ">=", new Date(flightStartFrom));
  if (flightStartTo !== undefined) query = query.where("flight_start", "<=", new Date(flightStartTo));
  if (sourceId !== undefined) query = query.where(soldBy(sourceId));
  return status === undefined ? query : query.where(inPhase(status));
}

/** Uses `count` so that PostgreSQL does not turn it into a join, which would find every order before sorting them. */
function soldBy(sourceId: string) {
  return sql<boolean>`(
    select count(*) from order_legs leg
    where leg.customer_id = orders.customer_id and leg.order_id = orders.order_id
      and leg.inventory_source_id = any(array(
        select inventory_source_id from inventory_sources source
        where source.customer_id = orders.customer_id and source.storefront_id = orders.storefront_id
          and source.source_id = ${sourceId}))
  ) > 0`;
}

/** The SQL version of `phaseOf`. */
const phase = sql`case
  when state = 'booked' and creatives_refused and seller_status = 'pending_creatives' then 'creatives_refused'
  when state = 'booked' then coalesce(seller_status, 'rejected')
  when state = 'open' and lease_until is null and attempts > 0 then 'retrying'
  else state end`;

function inPhase(status: OrderStatus) {
  const phases = PHASES.map((one) => one.phase);
  const ranks = PHASES.flatMap((one, index) => (one.status === status ? [index + 1] : []));
  return sql<boolean>`(
    select min(array_position(${phases}::text[], ${phase}))
    from order_legs leg where leg.customer_id = orders.customer_id and leg.order_id = orders.order_id
  ) = any(${ranks}::int[])`;
}

/** The existing orders among these ids, in the same order. */
export async function listSoldOrders(db: Db, customerId: number, orderIds: readonly string[]): Promise<SoldOrder[]> {
  if (orderIds.length === 0) return [];
  const [orders, facts] = await Promise.all([listOrders(db, customerId, orderIds), legFacts(db, customerId, orderIds)]);
  const factsOf = new Map(facts.map((row) => [row.leg_id, row]));
  const sold = orders.map((order): SoldOrder => {
    const legs = order.legs.map((leg) => {
      const row = factsOf.get(leg.legId);
      return {
        leg,
        sourceId: row?.source_id ?? String(leg.inventorySourceId),
        sourceKind: row?.execution_type ?? "unknown",
        history: (row?.history ?? []) as unknown as readonly LegEvent[],
      };
    });
    const createdAt = facts.find((row) => row.order_id === order.orderId)?.created_at ?? new Date(0);
    return { order, createdAt, legs };
  });
  return orderIds.flatMap((id) => sold.find(({ order }) => order.orderId === id) ?? []);
}

function legFacts(db: Db, customerId: number, orderIds: readonly string[]) {
  return db
    .selectFrom("order_legs as leg")
    .leftJoin("inventory_sources as source", (join) =>
      join
        .onRef("source.customer_id", "=", "leg.customer_id")
        .onRef("source.inventory_source_id", "=", "leg.inventory_source_id"),
    )
    .select(["leg.leg_id", "leg.order_id", "leg.history", "leg.created_at"])
    .select(["source.source_id", "source.execution_type"])
    .where("leg.customer_id", "=", customerId)
    .where(sql<boolean>`leg.order_id = any(${orderIds})`)
    .execute();
}
