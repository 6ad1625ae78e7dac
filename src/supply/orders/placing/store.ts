import { type RawBuilder, sql } from "kysely";
import { type Db, preparedStatement, type Row, storableJson } from "../../../ground/db/index.ts";
import { askAhead } from "../../../ground/db/writing/index.ts";
import type { Leg, Order, OrderPackage } from "../order.ts";
import { isAnyShut } from "../reconciliation/store.ts";
import { fromOrderRow } from "../store.ts";

/** The order as stored; undefined, and nothing is written, if the buyer has already sent this key to this storefront. */
export async function insertOrder(
  db: Db,
  customerId: number,
  order: Order,
  idempotencyKey: string,
  at: Date,
): Promise<Order | undefined> {
  const { orders, legs, packages } = statementsFor(customerId, order, idempotencyKey, at);
  // In one round trip, in this order. If the key was already used, there is no new order, so the other statements
  // insert nothing.
  const answers = [askAhead(db, orders), askAhead(db, legs), askAhead(db, packages)] as const;
  const [written, ofLegs, ofPackages] = await Promise.all([answers[0](), answers[1](), answers[2]()]);
  return orderIn(order, written, ofLegs, ofPackages);
}

/**
 * The same, but the result is only known once the transaction has ended. It is also undefined if a source is being
 * reconciled, because first it has to be known what that source holds.
 */
export function insertOrderAtOnce(
  db: Db,
  customerId: number,
  order: Order,
  idempotencyKey: string,
  at: Date,
): () => Promise<Order | undefined> {
  const { orders, legs, packages } = statementsFor(customerId, order, idempotencyKey, at, "nothing is reconciled");
  const answers = [askAhead(db, orders), askAhead(db, legs), askAhead(db, packages)] as const;
  return async () => {
    const [written, ofLegs, ofPackages] = await Promise.all([answers[0](), answers[1](), answers[2]()]);
    return orderIn(order, written, ofLegs, ofPackages);
  };
}

function statementsFor(
  customerId: number,
  order: Order,
  idempotencyKey: string,
  at: Date,
  condition: keyof typeof ORDERS = "always",
) {
  const ofOrder = { customerId, orderId: order.orderId };
  const sources = order.legs.map(({ inventorySourceId }) => inventorySourceId);
  const row = orderRow(customerId, order, idempotencyKey, at);
  const legRows = order.legs.map((leg) => legRow(customerId, leg, at));
  const packageRows = order.legs.flatMap((leg) => leg.packages.map((part) => packageRow(customerId, leg, part)));
  return {
    orders: ORDERS[condition](row)({ customerId, sources, row: storableJson(row) }),
    legs: LEGS(legRows[0])({ ...ofOrder, rows: storableJson(legRows) }),
    packages: PACKAGES(packageRows[0])({ ...ofOrder, rows: storableJson(packageRows) }),
  };
}

type Columns = Readonly<Record<string, unknown>>;

/** Builds a statement from the columns of the first row, because all rows have the same columns. */
function byColumns<S>(build: (columns: ReturnType<typeof columnsOf>) => S): (row: Columns | undefined) => S {
  let built: S | undefined;
  return (row) => (built ??= build(columnsOf(row)));
}

interface NewOrder {
  readonly customerId: number;
  readonly sources: readonly number[];
  readonly row: string;
}

const ORDERS = {
  always: insertingOrder(() => sql``),
  "nothing is reconciled": insertingOrder(
    ({ customerId, sources }) => sql`where not ${isAnyShut(customerId, sources)}`,
  ),
};

function insertingOrder(onlyWhere: (order: NewOrder) => RawBuilder<unknown>) {
  return byColumns((columns) =>
    preparedStatement(
      (_, order: NewOrder) => sql<Row<"orders">>`
        insert into orders (${columns})
        select ${columns} from json_populate_record(null::orders, ${order.row}::json) ${onlyWhere(order)}
        on conflict (storefront_id, buyer_principal, idempotency_key, customer_id) do nothing
        returning *`,
    ),
  );
}

const LEGS = insertingParts("order_legs");
const PACKAGES = insertingParts("order_packages");

interface NewParts {
  readonly customerId: number;
  readonly orderId: string;
  readonly rows: string;
}

function insertingParts<T extends "order_legs" | "order_packages">(table: T) {
  return byColumns((columns) =>
    preparedStatement(
      (_, { customerId, orderId, rows }: NewParts) => sql<Row<T>>`
        insert into ${sql.table(table)} (${columns})
        select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)
        where exists (select from orders where orders.customer_id = ${customerId} and orders.order_id = ${orderId})
        returning *`,
    ),
  );
}

function orderIn(
  order: Order,
  [row]: readonly Row<"orders">[],
  legs: readonly Row<"order_legs">[],
  packages: readonly Row<"order_packages">[],
): Order | undefined {
  const names = new Map(order.legs.map(({ legId, sourceName }) => [legId, sourceName]));
  const named = legs.map((leg) => ({ ...leg, source_name: names.get(leg.leg_id) ?? null }));
  const inPlace = packages.toSorted((a, b) => a.position - b.position);
  return row && fromOrderRow(row, named, inPlace);
}

function columnsOf(row: Columns = {}) {
  return sql.join(Object.keys(row).map((column) => sql.ref(column)));
}

function orderRow(customerId: number, order: Order, idempotencyKey: string, at: Date) {
  const { identity, clockAheadMs, principal } = order.buyer;
  return {
    customer_id: customerId,
    order_id: order.orderId,
    storefront_id: order.storefrontId,
    buyer_principal: principal,
    buyer: { identity, clockAheadMs },
    buyer_ref: order.buyerRef,
    name: order.name,
    idempotency_key: idempotencyKey,
    request_hash: order.requestHash,
    flight_start: order.flight.start,
    flight_end: order.flight.end,
    echo: order.echo,
    starts_paused: order.startsPaused,
    screening: order.screening,
    hold_id: order.holdId,
    created_at: at,
    updated_at: at,
  };
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
    attempts: leg.attempts,
    fence: leg.fence,
    lease_until: leg.leaseUntil,
    sent_at: leg.sentAt,
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
