import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { ShownProduct } from "../facts/fact.ts";
import type { ShownCount } from "../payload/runs.ts";
import { topProducts } from "../payload/runs.ts";
import { type Cell, COUNTERS, type Comparison, type Counter, type Totals } from "../payload/totals.ts";
import type { Posture } from "../posture/posture.ts";
import type { Shop } from "../recording/shop.ts";

/** A cell of a day or a month, and what tells it apart from others of that. */
export interface RollupRow {
  readonly period: string;
  readonly key: string;
  readonly cell: Cell;
}

/** `liveRuns` is kept as `live_runs`. */
const COLUMNS = new Map(
  COUNTERS.map((name) => [name, name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
);
const AMOUNTS = ["booked_budget", "spend"];
const SUMMED = [...COLUMNS.values(), ...AMOUNTS];

const KEPT = sql.raw(
  `period, cell, operator_domain, brand_domain, country, posture, comparison, delivery_currency, first_run_at, last_run_at, first_customer, last_customer, ${SUMMED.join(", ")}`,
);
const TOLD = sql.raw(
  `period text, cell text, operator_domain text, brand_domain text, country text, posture text, comparison text, delivery_currency text, first_run_at timestamptz, last_run_at timestamptz, first_customer bigint, last_customer bigint, ${[...COLUMNS.values()].map((name) => `${name} bigint`).join(", ")}, ${AMOUNTS.map((name) => `${name} numeric`).join(", ")}`,
);
const ADDED = sql.raw(SUMMED.map((name) => `${name} = kept.${name} + excluded.${name}`).join(", "));
const SUMS = sql.raw(SUMMED.map((name) => `sum(${name})::text as ${name}`).join(", "));

export async function upsertRollups(db: Db, { customerId, storefrontId }: Shop, rows: readonly RollupRow[]) {
  if (rows.length === 0) return;
  await sql`
    insert into analytics_rollups as kept (customer_id, storefront_id, ${KEPT})
    select ${customerId}, ${storefrontId}, ${KEPT}
    from jsonb_to_recordset(${storableJson(rows.map(toRow))}::jsonb) as told(${TOLD})
    on conflict (customer_id, storefront_id, period, cell) do update set
      first_run_at = least(kept.first_run_at, excluded.first_run_at),
      last_run_at = greatest(kept.last_run_at, excluded.last_run_at),
      first_customer = least(kept.first_customer, excluded.first_customer),
      last_customer = greatest(kept.last_customer, excluded.last_customer),
      ${ADDED}`.execute(db);
}

function toRow({ period, key, cell }: RollupRow) {
  const { buyer, totals, customer } = cell;
  return {
    period,
    cell: key,
    operator_domain: buyer.operatorDomain,
    brand_domain: buyer.brandDomain,
    country: buyer.country,
    posture: cell.posture,
    comparison: cell.comparison,
    delivery_currency: cell.deliveryCurrency,
    first_run_at: cell.firstRunAt,
    last_run_at: cell.lastRunAt,
    ...edgesOf(customer),
    ...Object.fromEntries([...COLUMNS].map(([name, column]) => [column, totals[name]])),
    booked_budget: String(totals.bookedBudget),
    spend: String(totals.spend),
  };
}

/** Several customers are told apart by a smallest and a largest that differ; no customer is 0. */
function edgesOf(customer: string) {
  if (customer === "") return { first_customer: null, last_customer: null };
  if (customer === "*") return { first_customer: 0, last_customer: Number.MAX_SAFE_INTEGER };
  return { first_customer: Number(customer), last_customer: Number(customer) };
}

/** The days and months of which there is anything. */
export async function listPeriods(db: Db, { customerId, storefrontId }: Shop): Promise<string[]> {
  const rows = await db
    .selectFrom("analytics_rollups")
    .select("period")
    .distinct()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .execute();
  return rows.map(({ period }) => period);
}

type SummedRow = Pick<
  Row<"analytics_rollups">,
  "operator_domain" | "brand_domain" | "country" | "posture" | "comparison" | "delivery_currency"
> & {
  readonly month: string;
  readonly first_run_at: Date;
  readonly last_run_at: Date;
  readonly first_customer: number | null;
  readonly last_customer: number | null;
} & Readonly<Record<string, unknown>>;

/** Sums over whole days and months, each told by name, put together by month. */
export async function listCells(
  db: Db,
  { customerId, storefrontId }: Shop,
  periods: readonly string[],
): Promise<Cell[]> {
  const { rows } = await sql<SummedRow>`
    select left(period, 7) as month, operator_domain, brand_domain, country, posture, comparison, delivery_currency,
      min(first_run_at) as first_run_at, max(last_run_at) as last_run_at, min(first_customer) as first_customer,
      max(last_customer) as last_customer, ${SUMS}
    from analytics_rollups
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and period = any(${periods})
    group by 1, 2, 3, 4, 5, 6, 7
    having sum(runs) > 0`.execute(db);
  return rows.map(fromRow);
}

function fromRow(row: SummedRow): Cell {
  const { operator_domain: operatorDomain, brand_domain: brandDomain, country } = row;
  const counts = Object.fromEntries([...COLUMNS].map(([name, column]) => [name, Number(row[column])]));
  const totals: Totals = {
    ...(counts as Record<Counter, number>),
    bookedBudget: BigInt(String(row.booked_budget)),
    spend: BigInt(String(row.spend)),
  };
  const { first_customer: first, last_customer: last } = row;
  return {
    month: row.month,
    buyer: { operatorDomain, brandDomain, country },
    posture: row.posture as Posture | null,
    comparison: row.comparison as Comparison,
    deliveryCurrency: row.delivery_currency,
    totals,
    firstRunAt: row.first_run_at,
    lastRunAt: row.last_run_at,
    customer: first === null ? "" : first === last ? String(first) : "*",
  };
}

/** Counts the products of one run in its day and its month. */
export async function addProducts(
  db: Db,
  { customerId, storefrontId }: Shop,
  shown: readonly { readonly products: readonly ShownProduct[]; readonly at: Date }[],
): Promise<void> {
  const reported = shown.flatMap(({ products, at }) =>
    products.flatMap(({ productId, name }) =>
      [10, 7].map((length) => ({ period: at.toISOString().slice(0, length), productId, name, at })),
    ),
  );
  if (reported.length === 0) return;
  await sql`
    insert into analytics_products as kept (customer_id, storefront_id, period, product_id, impressions, name, named_at)
    select ${customerId}, ${storefrontId}, period, "productId", count(*),
      (array_agg(name order by at desc) filter (where name is not null))[1], max(at) filter (where name is not null)
    from jsonb_to_recordset(${storableJson(reported)}::jsonb)
      as told(period text, "productId" text, name text, at timestamptz)
    group by period, "productId" order by period, "productId"
    on conflict (customer_id, storefront_id, period, product_id) do update set
      impressions = kept.impressions + excluded.impressions,
      name = case when excluded.named_at >= kept.named_at or kept.named_at is null then coalesce(excluded.name, kept.name) else kept.name end,
      named_at = greatest(kept.named_at, excluded.named_at)`.execute(db);
}

export async function listTopProducts(
  db: Db,
  { customerId, storefrontId }: Shop,
  periods: readonly string[],
): Promise<ShownCount[]> {
  const { rows } = await sql<{ product_id: string; name: string | null; impressions: number }>`
    select product_id, sum(impressions)::bigint as impressions,
      (array_agg(name order by named_at desc) filter (where name is not null))[1] as name
    from analytics_products
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and period = any(${periods})
    group by product_id order by 2 desc, product_id collate "C" limit 10`.execute(db);
  return topProducts(rows.map(({ product_id: productId, name, impressions }) => ({ productId, name, impressions })));
}
