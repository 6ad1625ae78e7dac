import type pg from "pg";
import { TENANT } from "./shape.ts";

/** Adds buyers until there are as many as requested, including those that exist; each has the rows of a typical buyer. */
export async function fillTenants(client: pg.Client, tenants: number): Promise<void> {
  // Foreign keys are not checked, because the rows to which a row refers are created with it.
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into customers (kind, company, sandbox, created_at, updated_at)
       select 'BUYER', 'Tenant ' || n, false, now(), now()
       from generate_series((select count(*) from customers where kind = 'BUYER') + 1, $1) n`,
    [tenants],
  );
  await client.query(
    `insert into advertisers (customer_id, name, brand_domain, created_at, updated_at)
       select customer_id, 'Advertiser', 'brand.example', now(), now() from customers
       where kind = 'BUYER' and customer_id not in (select customer_id from advertisers)`,
  );
  await client.query(
    `insert into campaigns (customer_id, campaign_id, advertiser_id, name, status, brief, flight_start, flight_end, budget, currency,
         created_at, updated_at)
       select customer_id, 'cmp_' || customer_id || '_' || n, advertiser_id, 'Campaign ' || n, 'ACTIVE', 'A brief of usual length',
         now(), now() + interval '30 days', 1000, 'USD', now(), now()
       from advertisers a, generate_series(1, $1) n
       where not exists (select from campaigns c where c.customer_id = a.customer_id)`,
    [TENANT.campaigns],
  );
  await client.query(
    `insert into media_buys (customer_id, media_buy_id, advertiser_id, campaign_id, name, sales_agent_id, sales_agent_name, status,
         execution_key, flight_start, flight_end, created_at, updated_at)
       select customer_id, 'mb_' || campaign_id || '_' || n, advertiser_id, campaign_id, 'Buy ' || n, 'agent', 'Agent', 'ACTIVE',
         campaign_id || n, flight_start, flight_end, created_at, updated_at
       from campaigns c, generate_series(1, $1) n
       where not exists (select from media_buys b where b.customer_id = c.customer_id and b.campaign_id = c.campaign_id)`,
    [TENANT.buysPerCampaign],
  );
  await client.query(
    `insert into packages (customer_id, package_id, media_buy_id, campaign_id, position, product_id, product_name,
         pricing_option_id, pricing_model, budget, currency, pacing)
       select customer_id, 'pkg_' || media_buy_id, media_buy_id, campaign_id, 0, 'p', 'Product', 'cpm', 'cpm', 1000, 'USD', 'even'
       from media_buys on conflict do nothing`,
  );
  await client.query(
    `insert into delivery_days (customer_id, day, media_buy_id, package_id, advertiser_id, campaign_id, reported_at, currency,
         impressions, clicks, spend, views, completed_views, conversions, final, time_zone)
       select customer_id, current_date - d, media_buy_id, 'pkg_' || media_buy_id, advertiser_id, campaign_id, now() - interval '1 day',
         'USD', 10000, 10, 12.34, 7000, 5000, 3, false, 'UTC'
       from media_buys, generate_series(1, $1) d on conflict do nothing`,
    [TENANT.days],
  );
  await client.query("set session_replication_role = origin");
  await client.query("vacuum analyze customers, advertisers, campaigns, media_buys, packages, delivery_days");
}
