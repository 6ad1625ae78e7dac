import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import { counting } from "../history/counted-store.ts";
import type { Shop } from "../recording/shop.ts";

const RUNS_AT_ONCE = 5_000;
const BUYS_AT_ONCE = 2_000;

/**
 * Starts a recount: from now on new facts wait, the counts are deleted in batches, and then everything is counted
 * again. The caller locks the storefront.
 */
export async function beginRecount(
  db: Db,
  { customerId, storefrontId }: Shop,
  reportingCurrency: string,
  dueAt: Date,
): Promise<void> {
  await sql`
    update analytics_storefronts set reporting_currency = ${reportingCurrency}, due_at = ${dueAt}, uncounted_to = 0
    where customer_id = ${customerId} and storefront_id = ${storefrontId}`.execute(db);
}

/** Deletes a batch of what was counted; returns false if nothing is left to delete. The caller has locked the storefront. */
export async function uncountSome(db: Db, shop: Shop): Promise<boolean> {
  const { customerId, storefrontId } = shop;
  const own = sql`customer_id = ${customerId} and storefront_id = ${storefrontId}`;
  const { rows } = await sql<{ uncounted_to: number }>`
    select uncounted_to from analytics_storefronts where ${own} and uncounted_to is not null`.execute(db);
  const [state] = rows;
  if (!state) return false;
  if ((await uncountRuns(db, shop, state.uncounted_to)) || (await uncountBuys(db, shop))) return true;
  await deleteSums(db, shop);
  await sql`update analytics_storefronts set uncounted_to = null where ${own}`.execute(db);
  return true;
}

/** Sums of earlier days stay as they are, even if not all of the runs in them have been deleted yet. */
function keptSince({ customerId, storefrontId }: Shop) {
  return sql`coalesce((
    select facts_since from analytics_storefronts
    where customer_id = ${customerId} and storefront_id = ${storefrontId}), '-infinity')`;
}

async function uncountRuns(db: Db, shop: Shop, from: number): Promise<boolean> {
  const { customerId, storefrontId } = shop;
  const { rows } = await sql<{ run_id: number }>`
    select run_id from run_facts
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and run_id > ${from}
      and created_at >= ${keptSince(shop)}
    order by run_id limit ${RUNS_AT_ONCE}`.execute(db);
  const last = rows.at(-1)?.run_id;
  if (last === undefined) return false;
  await sql`
    update run_facts set rolled = false, outcome = null
    where customer_id = ${customerId} and run_id = any(${rows.map(({ run_id }) => run_id)}::bigint[])`.execute(db);
  await sql`
    with ${counting(shop)}
    update analytics_storefronts set uncounted_to = ${last}
    where customer_id = ${customerId} and storefront_id = ${storefrontId}`.execute(db);
  return true;
}

/** Leaves out buys whose run has been deleted, or is about to be: their results stay where they were counted. */
async function uncountBuys(db: Db, shop: Shop): Promise<boolean> {
  const { customerId, storefrontId } = shop;
  const { rows } = await sql<{ media_buy_id: string }>`
    select media_buy_id from buy_facts b
    where customer_id = ${customerId} and storefront_id = ${storefrontId} and (run_id is null or exists (
      select from run_facts r
      where r.customer_id = b.customer_id and r.run_id = b.run_id and r.created_at >= ${keptSince(shop)}))
    limit ${BUYS_AT_ONCE}`.execute(db);
  if (rows.length === 0) return false;
  const piece = sql`customer_id = ${customerId} and media_buy_id = any(${rows.map((row) => row.media_buy_id)})`;
  await sql`update outcome_events set counted = false where ${piece}`.execute(db);
  await sql`delete from delivery_facts where ${piece}`.execute(db);
  await sql`delete from buy_facts where ${piece}`.execute(db);
  return true;
}

/** Keeps the sums of months whose facts have been deleted; what was booked there in the old currency counts as foreign. */
async function deleteSums(db: Db, { customerId, storefrontId }: Shop): Promise<void> {
  const own = sql`customer_id = ${customerId} and storefront_id = ${storefrontId}`;
  const since = sql`coalesce((select to_char(facts_since, 'YYYY-MM') from analytics_storefronts where ${own}), '')`;
  await sql`delete from analytics_sums where ${own} and period >= ${since}`.execute(db);
  await sql`delete from analytics_products where ${own} and period collate "C" >= ${since}`.execute(db);
  await sql`
    update analytics_sums set foreign_buys = foreign_buys + priced_buys, priced_buys = 0, booked_budget = 0
    where ${own} and priced_buys <> 0`.execute(db);
}
