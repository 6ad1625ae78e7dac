import { sql } from "kysely";
import { type Db, type InstallationDb, type Row, storableJson } from "../../../ground/db/index.ts";
import type { Detection, OutcomeEvent } from "../facts/fact.ts";
import { fromEventRow, fromRunRow } from "../facts/rows.ts";
import { factsInFull } from "../facts/store.ts";
import { counting } from "../history/counted-store.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Shop } from "../recording/shop.ts";

/** A storefront, possibly archived, with facts that have not been counted. */
export interface DueShop extends Shop {
  readonly dueAt: Date;
}

export async function findDueShop(db: Db, customerId: number, until: Date): Promise<DueShop | undefined> {
  const row = await dueShops(db).where("customer_id", "=", customerId).where("due_at", "<=", until).executeTakeFirst();
  return row && fromDueRow(row);
}

export async function listDueShopsOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DueShop[]> {
  const rows = await dueShops(db).where("due_at", "<=", wall).orderBy("due_at").limit(limit).execute();
  return rows.map(fromDueRow);
}

function dueShops(db: Db) {
  return db
    .selectFrom("analytics_storefronts")
    .select(["customer_id", "storefront_id", "due_at"])
    .where("due_at", "is not", null);
}

function fromDueRow(row: { customer_id: number; storefront_id: number; due_at: Date | null }): DueShop {
  return { customerId: row.customer_id, storefrontId: row.storefront_id, dueAt: row.due_at ?? new Date(0) };
}

export async function findReportingCurrency(db: Db, { customerId, storefrontId }: Shop): Promise<string | undefined> {
  const row = await db
    .selectFrom("analytics_storefronts")
    .select("reporting_currency")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .executeTakeFirst();
  return row?.reporting_currency;
}

export async function isTakingIn(db: Db, { customerId, storefrontId }: Shop): Promise<boolean> {
  const row = await db
    .selectFrom("analytics_storefronts")
    .select("due_at")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .executeTakeFirst();
  return (row?.due_at ?? null) !== null;
}

/** Null once nothing is left to count. */
export async function setDue(db: Db, { customerId, storefrontId }: Shop, dueAt: Date | null): Promise<void> {
  await db
    .updateTable("analytics_storefronts")
    .set({ due_at: dueAt })
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .execute();
}

/** A run that is not in the sums yet, with the words in which asks still have to be detected. */
export interface WaitingRun extends RunRow {
  readonly asked: { readonly brief: string | null; readonly requestAsks: readonly string[] } | null;
}

export async function listWaitingRuns(
  db: Db,
  { customerId, storefrontId }: Shop,
  limit: number,
): Promise<WaitingRun[]> {
  const rows = await db
    .selectFrom(factsInFull())
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("rolled", "=", false)
    .orderBy("run_id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({ ...fromRunRow(row), asked: row.asked as WaitingRun["asked"] }));
}

export interface ReadRun extends Detection {
  readonly id: string;
}

/** Marks runs as being in the sums, and stores the asks detected in those whose words had not been examined. */
export async function markRolled(
  db: Db,
  shop: Shop,
  runIds: readonly string[],
  read: readonly ReadRun[],
  lexiconVersion: string,
): Promise<void> {
  const { customerId } = shop;
  if (read.length > 0)
    await sql`
    update run_facts set request_asks = told."requestAskCount", product_asks = told."productAskCount",
      proposal_asks = told."proposalAskCount", price_objection = told."hadPriceObjection",
      packaging_ask = told."hadPackagingAsk", lexicon_version = ${lexiconVersion}, asked = null
    from jsonb_to_recordset(${storableJson(read)}::jsonb) as told(id bigint, "requestAskCount" integer,
      "productAskCount" integer, "proposalAskCount" integer, "hadPriceObjection" boolean, "hadPackagingAsk" boolean)
    where customer_id = ${customerId} and run_id = told.id`.execute(db);
  await sql`
    with ${counting(shop)}
    update run_facts set rolled = true
    where customer_id = ${customerId} and run_id = any(${runIds}::bigint[])`.execute(db);
}

/** Marks what was learnt from the storefront's runs as changed, from this transaction's commit on. */
export async function recordCounted(db: Db, shop: Shop): Promise<void> {
  await sql`with ${counting(shop)} select from counting`.execute(db);
}

/**
 * Restores the rows by which a purchase's run is found, even for old runs, because anything that is recounted may be
 * attributed to any of them.
 */
export async function showAnew(db: Db, { customerId }: Shop, runIds: readonly string[]): Promise<void> {
  await sql`
    insert into run_shown_products (customer_id, product_id, run_id, storefront_id, created_at, seq,
      buyer_customer_id, operator_domain, brand_domain)
    select customer_id, one ->> 'productId', run_id, storefront_id, created_at, seq, buyer_customer_id,
      operator_domain, brand_domain
    from run_facts_in_full, jsonb_array_elements(shown) one
    where customer_id = ${customerId} and run_id = any(${runIds}::bigint[])
      and result_kind = 'ok' and (purpose is null or purpose = 'live')
    on conflict do nothing
    returning true`.execute(db);
}

/** Uncounted events of a few media buys; the events of one buy come together. */
export async function listWaitingEvents(
  db: Db,
  { customerId, storefrontId }: Shop,
  buys: number,
): Promise<OutcomeEvent[]> {
  const { rows } = await sql<Row<"outcome_events">>`
    select * from outcome_events
    where customer_id = ${customerId} and not counted and media_buy_id = any(array(
      select distinct media_buy_id from outcome_events
      where customer_id = ${customerId} and storefront_id = ${storefrontId} and not counted limit ${buys}))
    order by seq`.execute(db);
  return rows.map(fromEventRow);
}

export async function markCounted(db: Db, { customerId }: Shop, mediaBuyIds: readonly string[]): Promise<void> {
  await sql`
    update outcome_events set counted = true
    where customer_id = ${customerId} and media_buy_id = any(${mediaBuyIds}) and not counted`.execute(db);
}
