import { sql } from "kysely";
import { type Db, preparedStatement, type Row, storableJson } from "../../../ground/db/index.ts";
import { sendAhead } from "../../../ground/db/writing/index.ts";
import { type FactsInFull, fromRunRow } from "../facts/rows.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Sums } from "../payload/sums.ts";
import { type Cell, COUNTERS, type Comparison, type Counter, type Totals } from "../payload/totals.ts";
import type { Posture } from "../posture/posture.ts";
import type { Shop } from "../recording/shop.ts";
import { type Facet, type RollupRow, sumsIn } from "./facet.ts";
import { MOST_WAITING } from "./waiting.ts";

/** Maps each counter to its column: `liveRuns` is stored as `live_runs`. */
const COLUMNS = COUNTERS.map((name) => ({
  name,
  column: name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));
const AMOUNTS = ["booked_budget", "spend"];
const SUMMED = [...COLUMNS.map(({ column }) => column), ...AMOUNTS];

const PLACE = "period, facet, operator_domain, brand_domain, country, value";
const EDGES = "first_run_at, last_run_at, first_customer, last_customer";
const KEPT = sql.raw(`${PLACE}, ${EDGES}, ${SUMMED.join(", ")}`);
/** The JSON leaves out zeros, so missing counters are read as 0. */
const GIVEN = sql.raw(`${PLACE}, ${EDGES}, ${SUMMED.map((name) => `coalesce(${name}, 0)`).join(", ")}`);
const TOLD = sql.raw(
  `period text, facet text, operator_domain text, brand_domain text, country text, value text, first_run_at timestamptz, last_run_at timestamptz, first_customer bigint, last_customer bigint, ${COLUMNS.map(({ column }) => `${column} bigint`).join(", ")}, ${AMOUNTS.map((name) => `${name} numeric`).join(", ")}`,
);
const ADDED = sql.raw(SUMMED.map((name) => `${name} = kept.${name} + excluded.${name}`).join(", "));
const SUMS = sql.raw(SUMMED.map((name) => `sum(${name})::text as ${name}`).join(", "));

export async function upsertRollups(db: Db, { customerId, storefrontId }: Shop, rows: readonly RollupRow[]) {
  if (rows.length === 0) return;
  await sendAhead(db, adding({ customerId, storefrontId, rows: storableJson(rows.map(toRow)) }));
}

const adding = preparedStatement(
  (_, { customerId, storefrontId, rows }: Shop & { readonly rows: string }) => sql`
    insert into analytics_sums as kept (customer_id, storefront_id, ${KEPT})
    select ${customerId}, ${storefrontId}, ${GIVEN}
    from jsonb_to_recordset(${rows}::jsonb) as told(${TOLD})
    on conflict (customer_id, storefront_id, period, facet, operator_domain, brand_domain, country, value) do update set
      first_run_at = least(kept.first_run_at, excluded.first_run_at),
      last_run_at = greatest(kept.last_run_at, excluded.last_run_at),
      first_customer = least(kept.first_customer, excluded.first_customer),
      last_customer = greatest(kept.last_customer, excluded.last_customer),
      ${ADDED}
    returning true`,
);

function toRow({ period, facet, buyer, value, cell }: RollupRow) {
  const { totals, customer } = cell;
  const counts: Record<string, number> = {};
  for (const { name, column } of COLUMNS) if (totals[name] !== 0) counts[column] = totals[name];
  return {
    period,
    facet,
    operator_domain: buyer.operatorDomain ?? "",
    brand_domain: buyer.brandDomain ?? "",
    country: buyer.country ?? "",
    value,
    first_run_at: cell.firstRunAt,
    last_run_at: cell.lastRunAt,
    ...edgesOf(customer),
    ...counts,
    booked_budget: String(totals.bookedBudget),
    spend: String(totals.spend),
  };
}

/**
 * Stores the customer as a minimum and a maximum, so that several customers show as two different numbers. No customer
 * has the number 0.
 */
function edgesOf(customer: string) {
  if (customer === "") return { first_customer: null, last_customer: null };
  if (customer === "*") return { first_customer: 0, last_customer: Number.MAX_SAFE_INTEGER };
  return { first_customer: Number(customer), last_customer: Number(customer) };
}

/** A sum as it is read: for one period, or over all requested periods. */
type SummedRow = Pick<
  Row<"analytics_sums">,
  "facet" | "operator_domain" | "brand_domain" | "country" | "value" | "first_customer" | "last_customer"
> & {
  /** The month for the facet of all runs; empty for any other facet. */
  readonly month: string;
  readonly first_run_at: string | Date;
  readonly last_run_at: string | Date;
} & Readonly<Record<string, unknown>>;

interface Summed {
  readonly sums: Sums;
  /** Runs that are not in the sums yet. */
  readonly waiting: readonly RunRow[];
}

/**
 * The sums over periods, and the runs of those periods that have not been added yet, read in one statement so that no
 * run appears in both.
 */
export async function readSums(
  db: Db,
  { customerId, storefrontId }: Shop,
  periods: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Summed> {
  const { rows } = await sql<{
    sums: readonly SummedRow[] | null;
    waiting: readonly (FactsInFull & { readonly created_at: Date | string })[] | null;
  }>`
    select (
      select jsonb_agg(summed) from (
        select case facet when 'whole' then left(period, 7) else '' end as month, facet, operator_domain, brand_domain,
          country, value, min(first_run_at) as first_run_at, max(last_run_at) as last_run_at,
          min(first_customer) as first_customer, max(last_customer) as last_customer, ${SUMS}
        from analytics_sums
        where customer_id = ${customerId} and storefront_id = ${storefrontId} and period = any(${periods})
        group by 1, 2, 3, 4, 5, 6
        having sum(runs) > 0) summed) as sums, (
      select jsonb_agg(waiting) from (
        select * from facts_as_recorded
        where customer_id = ${customerId} and storefront_id = ${storefrontId} and not rolled
          and created_at >= ${from} and created_at < ${to} and (purpose is null or purpose = 'live')
        limit ${MOST_WAITING}) waiting) as waiting`.execute(db);
  const [row] = rows;
  return {
    sums: sumsIn((row?.sums ?? []).map(fromRow)),
    waiting: (row?.waiting ?? []).map((one) => fromRunRow({ ...one, created_at: new Date(one.created_at) })),
  };
}

/** The sums of a month and of the shorter periods within it. */
export async function listRollups(db: Db, { customerId, storefrontId }: Shop, month: string): Promise<RollupRow[]> {
  const { rows } = await sql<SummedRow & { readonly period: string }>`
    select '' as month, * from analytics_sums
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and period >= ${month} and period < ${month} || '.'`.execute(
    db,
  );
  return rows.map((row) => ({ ...fromRow(row), period: row.period }));
}

/** The months for which there are sums, latest first. */
export async function listMonths(db: Db, { customerId, storefrontId }: Shop): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select period as month from analytics_sums
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and facet = 'whole' and length(period) = 7
    group by period order by period desc`.execute(db);
  return rows.map(({ month }) => month);
}

function fromRow(row: SummedRow) {
  const known = (text: string) => text || null;
  const facet = row.facet as Facet;
  const { value } = row;
  const buyer = {
    operatorDomain: known(row.operator_domain),
    brandDomain: known(row.brand_domain),
    country: known(row.country),
  };
  const counts = Object.fromEntries(COLUMNS.map(({ name, column }) => [name, Number(row[column])]));
  const totals: Totals = {
    ...(counts as Record<Counter, number>),
    bookedBudget: BigInt(String(row.booked_budget)),
    spend: BigInt(String(row.spend)),
  };
  const { first_customer: first, last_customer: last } = row;
  const cell: Cell = {
    month: row.month,
    buyer,
    posture: facet === "posture" ? (value as Posture) : null,
    comparison: facet === "comparison" ? (value as Comparison) : "none",
    deliveryCurrency: facet === "whole" || facet === "buyer" ? value : "",
    totals,
    firstRunAt: new Date(row.first_run_at),
    lastRunAt: new Date(row.last_run_at),
    customer: first === null ? "" : first === last ? String(first) : "*",
  };
  return { facet, buyer, value, cell };
}
