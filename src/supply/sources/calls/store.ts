import { sql } from "kysely";
import { type Db, type InstallationDb, preparedStatement, type Row } from "../../../ground/db/index.ts";
import { sendAhead } from "../../../ground/db/writing/index.ts";
import type { NewestCalls, NewSourceCall, Observed, SourceCall } from "./source-call.ts";

/** Calls to a source that no longer exists are dropped. */
export async function insertCalls(
  db: Db,
  customerId: number,
  calls: readonly NewSourceCall[],
  { requestId, at }: { readonly requestId: string; readonly at: Date },
): Promise<void> {
  if (calls.length === 0) return;
  await sendAhead(db, inserting({ customerId, said: JSON.stringify(calls.map(storable)), requestId, at }));
}

interface CallRecord {
  readonly customerId: number;
  readonly said: string;
  readonly requestId: string;
  readonly at: Date;
}

const inserting = preparedStatement(
  (_, { customerId, said, requestId, at }: CallRecord) => sql`
    insert into source_calls (customer_id, inventory_source_id, tool, origin, outcome, whole, wholesale, product_count,
      visible_count, currencies, took_ms, cause, detail, request_id, created_at)
    select ${customerId}::bigint, source.inventory_source_id, said.tool, said.origin, said.outcome, coalesce(said.whole, false),
      coalesce(said.wholesale, false), said."productCount", said."visibleCount", said.currencies, said."tookMs", said.cause,
      left(said.detail, 1000), coalesce(said."requestId", ${requestId}), ${at}::timestamptz
    from jsonb_to_recordset(${said}::jsonb) as said ("sourceId" text, number bigint, tool text, origin text,
      outcome text, whole boolean, wholesale boolean, "productCount" integer, "visibleCount" integer, currencies jsonb,
      "tookMs" integer, cause text, detail text, "requestId" text)
    join inventory_sources source on source.customer_id = ${customerId}
      and (source.source_id = said."sourceId" or source.inventory_source_id = said.number)
    returning true`,
);

/** PostgreSQL cannot store text that contains a NUL. */
function storable({ source, detail, ...call }: NewSourceCall) {
  const whose = typeof source === "string" ? { sourceId: source } : { number: source };
  return { ...call, ...whose, detail: detail?.toWellFormed().replaceAll("\0", "") ?? null };
}

/** The calls, newest first. */
export async function listCallsSince(
  db: Db,
  customerId: number,
  inventorySourceId: number,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<SourceCall[]> {
  const rows = await db
    .selectFrom("source_calls")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("created_at", ">=", since)
    .orderBy("created_at", "desc")
    .orderBy("call_id", "desc")
    .limit(most)
    .execute();
  return rows.map(fromRow);
}

type Kind = "inventory" | "inventory_ok" | "reporting" | "reporting_ok" | "catalogue" | "wholesale";
type Found = Row<"source_calls"> & { readonly kind: Kind };

/** The newest calls, by source number. */
export async function findNewestCalls(db: Db, customerId: number): Promise<ReadonlyMap<number, NewestCalls>> {
  const newest = (kind: Kind, which: ReturnType<typeof sql>, count: number) => sql`
    (select ${sql.lit(kind)} as kind, said.* from source_calls said
     where said.customer_id = ${customerId} and said.inventory_source_id = source.inventory_source_id and ${which}
     order by said.call_id desc limit ${sql.lit(count)})`;
  const products = sql`said.tool = 'get_products' and said.outcome <> 'skipped'`;
  const delivery = sql`said.tool = 'get_media_buy_delivery' and said.outcome <> 'skipped'`;
  const well = sql`said.outcome = 'completed'`;
  const { rows } = await sql<Found>`
    select found.* from inventory_sources source cross join lateral (
      ${newest("inventory", products, 2)} union all ${newest("inventory_ok", sql`${products} and ${well}`, 1)}
      union all ${newest("reporting", delivery, 2)} union all ${newest("reporting_ok", sql`${delivery} and ${well}`, 1)}
      union all ${newest("catalogue", sql`${products} and ${well} and said.whole`, 1)}
      union all ${newest("wholesale", sql`${products} and said.wholesale`, 1)}) found
    where source.customer_id = ${customerId}
    order by found.call_id desc`.execute(db);
  const bySource = Map.groupBy(rows, (row) => row.inventory_source_id);
  return new Map([...bySource].map(([inventorySourceId, found]) => [inventorySourceId, newestOf(found)]));
}

function newestOf(rows: readonly Found[]): NewestCalls {
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(fromRow);
  const observed = (kind: "inventory" | "reporting"): Observed => {
    const [newest, before] = of(kind);
    return { newest, before, ok: of(`${kind}_ok`)[0] };
  };
  const [catalogue, wholesale] = [of("catalogue")[0], of("wholesale")[0]];
  return { inventory: observed("inventory"), reporting: observed("reporting"), catalogue, wholesale };
}

const MOST_AT_ONCE = 5_000;

export async function deleteCallsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await sql`
    with old as (select customer_id, call_id from source_calls where created_at < ${before} limit ${MOST_AT_ONCE})
    delete from source_calls known using old
    where (known.customer_id, known.call_id) = (old.customer_id, old.call_id)`.execute(db);
}

function fromRow(row: Row<"source_calls">): SourceCall {
  return {
    callId: row.call_id,
    tool: row.tool as SourceCall["tool"],
    origin: row.origin as SourceCall["origin"],
    outcome: row.outcome as SourceCall["outcome"],
    whole: row.whole,
    wholesale: row.wholesale,
    productCount: row.product_count,
    visibleCount: row.visible_count,
    currencies: row.currencies as SourceCall["currencies"],
    tookMs: row.took_ms,
    cause: row.cause,
    detail: row.detail,
    requestId: row.request_id,
    at: row.created_at,
  };
}
