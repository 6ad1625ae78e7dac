import type pg from "pg";

interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
}

const BUYERS = 50;
const BATCH = 100_000;
const MINUTES = 365 * 24 * 60;
/** Coprime to the minutes of a year, so that any number of runs is spread evenly over it. */
const STRIDE = 7_919;
const FILLED = ["run_facts", "run_shown_products", "outcome_events"];

/**
 * A storefront with this many runs in the last year, three events for each, and all sums of them. The rows are inserted directly into the
 * database, exactly as recording them one by one would leave them. Where runs showed products is only stored for the last days, as after
 * pruning.
 */
export async function fillAnalytics(client: pg.Client, shop: Shop, runs: number): Promise<void> {
  const { customerId, storefrontId } = shop;
  const have = await client.query<{ count: number }>(
    "select count(*)::integer as count from run_facts where customer_id = $1 and run_id >= 1000000000",
    [customerId],
  );
  // There are no other writers; foreign keys are known to hold, and indexes are built once.
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  await client.query("set maintenance_work_mem = '512MB'; set work_mem = '256MB'");
  await withoutIndexes(client, async () => {
    for (let from = have.rows[0]?.count ?? 0; from < runs; from += BATCH)
      await fillBatch(client, shop, from, Math.min(BATCH, runs - from));
  });
  await client.query("delete from analytics_sums where customer_id = $1", [customerId]);
  await client.query("delete from analytics_products where customer_id = $1", [customerId]);
  for (const length of [10, 9, 7]) await sumUp(client, shop, length);
  await client.query(
    "insert into analytics_storefronts (customer_id, storefront_id, reporting_currency) values ($1, $2, 'USD') on conflict do nothing",
    [customerId, storefrontId],
  );
  await client.query("reset session_replication_role; reset synchronous_commit; reset work_mem");
  await client.query(`vacuum analyze ${[...FILLED, "analytics_sums", "analytics_products"].join(", ")}`);
}

async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = any($1) and indexname not in (select conname from pg_constraint)`,
    [FILLED],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}

async function fillBatch(client: pg.Client, shop: Shop, from: number, count: number): Promise<void> {
  const { customerId, storefrontId } = shop;
  const values = [customerId, storefrontId, from, count, BUYERS];
  await client.query(
    `insert into run_facts (customer_id, run_id, storefront_id, purpose, created_at, operator_domain, brand_domain, country,
         buying_mode, result_kind, selected_posture, recommended_posture, lexicon_version, request_asks, price_objection, shown,
         outcome, rolled)
       select $1, 1000000000 + n, $2, 'live', now() - (n::bigint * ${STRIDE} % ${MINUTES}) * interval '1 minute',
         'agency' || n % $5 % 7 || '.example',
         'brand' || n % $5 || '.example', 'US', (array['brief', 'refine'])[1 + n % 2], 'ok',
         (array['direct_fit', 'price_first', 'hold_value'])[1 + n % 3], (array['direct_fit', 'hold_value'])[1 + n % 2],
         'ask-lexicon/1.0.0', n % 2, n % 6 = 0,
         jsonb_build_array(${[1, 2, 3, 4, 5].map(productAt).join(", ")}),
         case when n % 4 = 0 then jsonb_build_object('events', 3, 'submitted', 1, 'forwarded', 1, 'forwardFailed', 0,
           'rejected', 0, 'deliveryReports', 1, 'bookedBuys', 1, 'pricedBuys', 1, 'foreignBuys', 0, 'unbudgetedBuys', 0,
           'bookedBudget', '5000000000', 'impressions', 100000, 'spend', '1200000000', 'deliveryCurrency', 'USD', 'latest',
           jsonb_build_object('type', 'delivery_reported', 'mediaBuyId', 'mb_' || n, 'occurredAt', now(), 'seq', '1',
             'status', 'delivering', 'statusAt', now(), 'statusSeq', '1')) end, true
       from generate_series($3::integer, $3::integer + $4::integer - 1) n`,
    values,
  );
  await client.query(
    `insert into run_shown_products (customer_id, product_id, run_id, storefront_id, created_at, seq, operator_domain, brand_domain)
       select customer_id, one ->> 'productId', run_id, storefront_id, created_at, seq, operator_domain, brand_domain
       from run_facts, jsonb_array_elements(shown) one
       where customer_id = $1 and run_id between 1000000000 + $2::integer and 1000000000 + $2::integer + $3::integer - 1
         and created_at > now() - interval '90 days'`,
    [customerId, from, count],
  );
  await client.query(
    `insert into outcome_events (customer_id, event_id, storefront_id, type, occurred_at, recorded_at, media_buy_id,
         operator_domain, brand_domain, product_ids, budget, budget_currency, status, counted)
       select $1, 'bench:' || n || ':' || e, $2, 'media_buy_forwarded', now(), now(), 'mb_' || n, 'agency' || n % $5 % 7 || '.example',
         'brand' || n % $5 || '.example', array['main:p1'], 5000000000, 'USD', 'booked', true
       from generate_series($3::integer, $3::integer + $4::integer - 1) n, generate_series(1, 3) e`,
    values,
  );
}

function productAt(place: number): string {
  const number = `(n + ${place}) % 40`;
  return `jsonb_build_object('productId', 'main:p' || ${number}, 'name', 'Product ' || ${number}, 'sellPrice', 12.5, 'currency', 'USD')`;
}

/** The sums by day, by ten days or by month; `length` is how much of the date identifies each. */
async function sumUp(client: pg.Client, { customerId }: Shop, length: number): Promise<void> {
  await client.query(
    `insert into analytics_sums
       select customer_id, storefront_id, min(created_at), max(created_at),
         count(*), count(*), 0, count(*), 0, 0, count(*) filter (where buying_mode = 'brief'),
         count(*) filter (where buying_mode = 'refine'), 0, 5 * count(*), 5 * count(outcome), count(outcome),
         count(*) filter (where request_asks > 0), count(outcome) filter (where request_asks > 0),
         count(*) filter (where price_objection), count(outcome) filter (where price_objection), 0, 0, sum(request_asks), 0, 0,
         0, 0, 0, count(outcome), 3 * count(outcome), count(outcome), count(outcome), 0, 0, count(outcome),
         count(outcome), count(outcome), 0, 0, 100000 * count(outcome), 5000000000 * count(outcome), 1200000000 * count(outcome),
         left(created_at::date::text, $2), facet.name, facet.operator_domain, facet.brand_domain, facet.country, facet.value,
         null, null
       from run_facts cross join lateral (values
         ('whole', '', '', '', case when outcome is null then '' else 'USD' end),
         ('buyer', coalesce(operator_domain, ''), coalesce(brand_domain, ''), coalesce(country, ''), case when outcome is null then '' else 'USD' end),
         ('posture', '', '', '', selected_posture),
         ('comparison', '', '', '', case when recommended_posture = selected_posture then 'followed' else 'diverged' end)
       ) facet (name, operator_domain, brand_domain, country, value)
       where customer_id = $1
       group by customer_id, storefront_id, left(created_at::date::text, $2), facet.name, facet.operator_domain,
         facet.brand_domain, facet.country, facet.value`,
    [customerId, length],
  );
  await client.query(
    `insert into analytics_products
       select customer_id, storefront_id, left(created_at::date::text, $2), shown.id, count(*), 'Product ' || shown.id, max(created_at)
       from run_facts, jsonb_path_query(shown, '$[*].productId') one, lateral (select one #>> '{}' as id) shown
       where customer_id = $1 group by customer_id, storefront_id, left(created_at::date::text, $2), shown.id`,
    [customerId, length],
  );
}
