import type pg from "pg";

/** For every tenant: the number of packages, the days up to today, and how often a seller reports a day. */
const PACKAGES = 80;
const DAYS = 104;
const REPORTS_OF_A_DAY = 3;
const REPORTS_OF_A_TENANT = PACKAGES * DAYS * REPORTS_OF_A_DAY;

/** The buyer's media buys to which the deliveries belong, with one package each. */
export async function fillBuys(client: pg.Client, customerId: number): Promise<void> {
  await client.query(
    `insert into media_buys (customer_id, media_buy_id, advertiser_id, campaign_id, name, sales_agent_id, sales_agent_name, status,
         execution_key, flight_start, flight_end, created_at, updated_at)
       select customer_id, 'mb_bench_' || customer_id || '_' || n, advertiser_id, campaign_id, 'Buy ' || n, 'agent', 'Agent', 'ACTIVE',
         'bench ' || n, flight_start, flight_end, created_at, updated_at
       from (select *, row_number() over (order by campaign_id) as n from campaigns where customer_id = $1 limit $2) c`,
    [customerId, PACKAGES],
  );
  await client.query(
    `insert into packages (customer_id, package_id, media_buy_id, campaign_id, position, product_id, product_name,
         pricing_option_id, pricing_model, budget, currency, pacing)
       select customer_id, replace(media_buy_id, 'mb_', 'pkg_'), media_buy_id, campaign_id, 0, 'p', 'Product', 'cpm', 'cpm', 1000,
         'USD', 'even'
       from media_buys where customer_id = $1 and media_buy_id like 'mb_bench_%'`,
    [customerId],
  );
}

/** Fills up to this many reports of all tenants, including the buyer, in the order in which they would arrive: day by day. */
export async function fillDeliveries(client: pg.Client, customerId: number, reports: number): Promise<void> {
  const tenants = Math.max(1, Math.round(reports / REPORTS_OF_A_TENANT));
  // The other tenants have no buys, only deliveries that get in the way.
  await client.query("set session_replication_role = replica");
  await client.query(
    `create temporary table told as
       select case t when 0 then $1::bigint else 1000000 + t end as customer_id, current_date - d as day, p
       from generate_series(${DAYS} - 1, 0, -1) d, generate_series(0, $2 - 1) t, generate_series(1, ${PACKAGES}) p`,
    [customerId, tenants],
  );
  await client.query("truncate delivery_days, delivery_reports");
  const ids = "'mb_bench_' || customer_id || '_' || p, 'pkg_bench_' || customer_id || '_' || p";
  const measures = "'USD', 10000 + p, p, 12.34, 7000, 5000, 3, true, 'UTC'";
  const columns = "currency, impressions, clicks, spend, views, completed_views, conversions, final, time_zone";
  await client.query(
    `insert into delivery_days (customer_id, day, media_buy_id, package_id, advertiser_id, campaign_id, reported_at, ${columns})
       select customer_id, day, ${ids}, coalesce(b.advertiser_id, 1), coalesce(b.campaign_id, 'cmp'), day + interval '1 day', ${measures}
       from told left join media_buys b using (customer_id)
       where b.media_buy_id is null or b.media_buy_id = 'mb_bench_' || customer_id || '_' || p`,
  );
  await client.query(
    `insert into delivery_reports (customer_id, day, media_buy_id, package_id, reported_at, received_at, source, ${columns})
       select customer_id, day, ${ids}, day + r * interval '1 day', day + r * interval '1 day', 'poll', ${measures}
       from told, generate_series(1, ${REPORTS_OF_A_DAY}) r`,
  );
  await client.query("drop table told");
  await client.query("set session_replication_role = origin");
  await client.query("vacuum analyze delivery_days, delivery_reports, media_buys, packages");
}
