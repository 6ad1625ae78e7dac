import type pg from "pg";

export const ROWS_OF_BUYER = 100_000;
const COHORTS_OF_BUYER = 1_000;
const OTHER_TENANTS = 50;
const ROWS_OF_OTHERS = 2_000;

/** Hundreds of thousands of advertisers and campaigns, of the buyer and as many again of fifty other tenants, and some cohorts. */
export async function fillTables(client: pg.Client, customerId: number): Promise<void> {
  await client.query(
    `insert into customers (kind, company, sandbox, created_at, updated_at)
       select 'BUYER', 'Neighbour ' || n, true, now(), now() from generate_series(1, $1) n`,
    [OTHER_TENANTS],
  );
  // The rows of the tenants are interleaved, as they would be in practice, so that an index has to collect rows that are far apart in the table.
  await client.query(
    `create temporary table owners as
       select customer_id, n from (
         select $1::bigint as customer_id, n from generate_series(1, $2) n
         union all
         select customer_id, n from customers, generate_series(1, $3) n where company like 'Neighbour %'
       ) all_of_them order by hashint8extended(n, customer_id)`,
    [customerId, ROWS_OF_BUYER, ROWS_OF_OTHERS],
  );
  await client.query(
    `insert into advertisers (customer_id, name, brand_domain, created_at, updated_at)
       select customer_id, 'Advertiser ' || n, 'brand' || n || '.example', made, made
       from owners, lateral (select now() - n * interval '1 minute' as made) m`,
  );
  // No flight has ended; otherwise the server would complete a thousand campaigns a minute during each measurement.
  await client.query(
    `insert into campaigns (customer_id, campaign_id, advertiser_id, name, status, brief, flight_start, flight_end, budget, currency,
         created_at, updated_at)
       select customer_id, 'cmp_bench_' || customer_id || '_' || n, advertiser_id, 'Campaign ' || n,
         (array['DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ARCHIVED'])[1 + n % 5], 'A brief of usual length for campaign ' || n,
         made, made + interval '180 days', 1000 + n, 'USD', made, made
       from (select customer_id, advertiser_id, created_at as made, row_number() over (partition by customer_id order by advertiser_id) as n
             from advertisers where name like 'Advertiser %') a`,
  );
  await client.query(
    `insert into test_cohorts (customer_id, cohort_id, advertiser_id, name, description, cohort_type, role, definition, estimated_size,
         created_at, updated_at)
       select customer_id, 'coh_bench_' || advertiser_id, advertiser_id, 'Cohort of ' || name, 'Where the campaign is not shown',
         'zip_code', 'CONTROL', '{"type": "zip_code", "zips": ["10001", "60601", "94105"]}', 250000, created_at, updated_at
       from advertisers where customer_id = $1 order by hashint8(advertiser_id) limit $2`,
    [customerId, COHORTS_OF_BUYER],
  );
  await client.query(
    "vacuum analyze advertisers, campaigns, list_counts, test_cohorts, customers, storefronts, inventory_sources, credentials",
  );
}

/** Changes the setting of one publisher, which never answers from now on. */
export async function hang(client: pg.Client, storefrontId: number, sourceId: string): Promise<void> {
  await client.query(
    `update inventory_sources set simulation = jsonb_set(simulation, '{chaos,hangRate}', '1')
       where storefront_id = $1 and source_id = $2`,
    [storefrontId, sourceId],
  );
}

/** The requested number of storefronts, each of a different seller with a single source, like the existing one. Returns their names. */
export async function openStorefrontsLike(client: pg.Client, storefrontId: number, count: number): Promise<string[]> {
  await client.query(
    `insert into customers (kind, company, sandbox, created_at, updated_at)
       select 'SELLER', 'Stall ' || n, true, now(), now() from generate_series(1, $1) n`,
    [count],
  );
  const { rows } = await client.query<{ platform_id: string }>(
    `insert into storefronts (customer_id, platform_id, name, is_paused, marketplace_state, created_at, updated_at)
       select customer_id, 'stall-' || customer_id, company, false, 'LISTED', now(), now()
       from customers where company like 'Stall %'
     returning platform_id`,
  );
  await client.query(
    `insert into inventory_sources (customer_id, storefront_id, source_id, name, execution_type, status, type, agent_id, simulation,
         capabilities, authentication_type, created_at, updated_at)
       select f.customer_id, f.storefront_id, s.source_id, s.name, s.execution_type, s.status, s.type,
         'agt_stall_' || f.customer_id, s.simulation, s.capabilities, s.authentication_type, now(), now()
       from storefronts f, inventory_sources s where f.platform_id like 'stall-%' and s.storefront_id = $1`,
    [storefrontId],
  );
  return rows.map(({ platform_id }) => platform_id);
}
