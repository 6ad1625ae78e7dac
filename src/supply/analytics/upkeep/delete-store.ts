import { sql } from "kysely";
import type { InstallationDb } from "../../../ground/db/index.ts";
import { after, DAY_MS, dayOf } from "../../../ground/kernel/clock.ts";
import { ALIKE_WITHIN_MS, LOOKBACK_MS } from "../attribution/match-run.ts";
import { countingOf } from "../history/counted-store.ts";

const MOST_AT_ONCE = 20_000;

/** An event reported later than this after it happened is no longer attributed to a run. */
export const LATEST_MS = 60 * DAY_MS;

/**
 * Deletes some of the old runs, in whole months, so that the remaining sums can be recounted. Records of where runs
 * showed products are only useful as long as those products can be bought. A run is kept while it is not counted yet,
 * or while there is one that repeats it, which shows what it showed.
 */
export async function deleteFactsOfAllCustomers(db: InstallationDb, wall: Date, retentionDays: number): Promise<void> {
  const since = `${dayOf(after(wall, -retentionDays * DAY_MS)).slice(0, 7)}-01`;
  await sql`
    insert into analytics_storefronts as kept (customer_id, storefront_id, reporting_currency, facts_since)
    select customer_id, storefront_id, coalesce(default_currency, 'USD'), ${since}::date from storefronts
    join (
      select distinct customer_id, storefront_id from (
        select customer_id, storefront_id from run_facts where created_at < ${since}::date limit ${MOST_AT_ONCE}) aged
    ) old using (customer_id, storefront_id)
    on conflict (customer_id, storefront_id) do update set facts_since = excluded.facts_since
    where kept.due_at is null and (kept.facts_since is null or kept.facts_since < excluded.facts_since)
    returning true`.execute(db);
  await sql`
    with old as (
      select r.customer_id, r.run_id from run_facts r join analytics_storefronts a using (customer_id, storefront_id)
      where r.created_at < ${since}::date and r.created_at < a.facts_since and a.due_at is null and r.rolled
        and not exists (select from runs_alike w where w.customer_id = r.customer_id and w.like_run_id = r.run_id)
        and not exists (select from run_facts l where l.customer_id = r.customer_id and l.like_run_id = r.run_id)
      limit ${MOST_AT_ONCE}
    ), gone as (
      delete from run_facts using old
      where (run_facts.customer_id, run_facts.run_id) = (old.customer_id, old.run_id) and run_facts.rolled
      returning run_facts.customer_id, run_facts.storefront_id
    ), ${countingOf(sql`select distinct customer_id, storefront_id from gone`)}
    select from gone limit 1`.execute(db);
  await sql`
    with old as (
      select s.customer_id, s.run_id, s.product_id from run_shown_products s
      where s.created_at < ${after(wall, -LOOKBACK_MS - LATEST_MS - ALIKE_WITHIN_MS)} and not exists (
        select from analytics_storefronts a
        where a.customer_id = s.customer_id and a.storefront_id = s.storefront_id and a.due_at is not null)
      limit ${MOST_AT_ONCE}
    )
    delete from run_shown_products shown using old
    where (shown.customer_id, shown.run_id, shown.product_id) = (old.customer_id, old.run_id, old.product_id)`.execute(
    db,
  );
}

/** Deletes media buys whose run has been deleted and to which nothing has happened since, with all their events. */
export async function deleteBuysOfAllCustomers(db: InstallationDb): Promise<void> {
  await sql`
    with old as (
      select b.customer_id, b.media_buy_id from buy_facts b join analytics_storefronts a using (customer_id, storefront_id)
      where a.due_at is null and (b.outcome -> 'latest' ->> 'occurredAt')::timestamptz < a.facts_since and not exists (
        select from run_facts r where r.customer_id = b.customer_id and r.run_id = b.run_id)
      limit ${MOST_AT_ONCE}
    ), reports as (
      delete from delivery_facts d using old where (d.customer_id, d.media_buy_id) = (old.customer_id, old.media_buy_id)
    ), events as (
      delete from outcome_events e using old where (e.customer_id, e.media_buy_id) = (old.customer_id, old.media_buy_id)
    )
    delete from buy_facts b using old where (b.customer_id, b.media_buy_id) = (old.customer_id, old.media_buy_id)`.execute(
    db,
  );
}
