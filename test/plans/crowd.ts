import type pg from "pg";

/** How the n-th copy of a row differs from it: for each column that must be different, SQL over `n` and the row `t`. */
type Differences = Readonly<Record<string, string>>;

const id = (prefix: string) => `'${prefix}_' || lpad(n::text, 8, '0')`;
const earlier = "t.created_at - n * interval '1 minute'";
const number = (column: string) => `t.${column} + 1000000 + n`;

/**
 * The tables that grow with what a buyer does. Most copies keep the parent of the row from which they are copied, so that a list below it
 * is as long as it can be; rows of which there are few per parent in practice are spread over copies of the parent.
 */
const BUYERS: Readonly<Record<string, Differences>> = {
  advertisers: { advertiser_id: number("advertiser_id"), name: "'Crowd ' || n", created_at: earlier },
  // Without the results, because a hundred thousand answers of sellers are gigabytes, and no list is made of them.
  discoveries: {
    discovery_id: id("disc"),
    product_groups: "'[]'::json",
    proposals: "'[]'::json",
    created_at: earlier,
  },
  campaigns: { campaign_id: id("cmp"), discovery_id: id("disc"), name: "'Crowd ' || n", created_at: earlier },
  media_buys: {
    media_buy_id: id("mb"),
    execution_key: id("key"),
    campaign_id: `'cmp_' || lpad((n / 4)::text, 8, '0')`,
    created_at: earlier,
  },
  packages: { package_id: id("pkg"), media_buy_id: id("mb"), campaign_id: `'cmp_' || lpad((n / 4)::text, 8, '0')` },
  delivery_days: {
    package_id: `'pkg_' || lpad((n / 30)::text, 8, '0')`,
    media_buy_id: `'mb_' || lpad((n / 30)::text, 8, '0')`,
    campaign_id: `'cmp_' || lpad((n / 120)::text, 8, '0')`,
    day: "t.day - (n % 30)",
  },
  creatives: { creative_id: id("cre"), name: "'Crowd ' || n", created_at: earlier },
  creative_assets: { asset_id: id("ast"), creative_id: id("cre"), created_at: earlier },
  catalogs: { catalog_id: number("catalog_id"), external_id: id("cat"), created_at: earlier },
  offerings: { offering_id: id("off"), created_at: earlier },
  notifications: { notification_id: id("ntf"), created_at: earlier },
  webhook_deliveries: { webhook_delivery_id: id("msg"), created_at: earlier },
  audit_log: { sequence: number("sequence"), audit_id: id("aud") },
};

/** Tables that the contract lists as a whole, without pages, because a buyer has only a few rows in them. */
const BUYERS_FEW: Readonly<Record<string, Differences>> = {
  event_sources: { event_source_id: id("src"), created_at: earlier },
  test_cohorts: { cohort_id: id("coh"), created_at: earlier },
  credentials: { credential_id: number("credential_id"), agent_id: id("agt"), created_at: earlier },
  account_links: { link_id: number("link_id"), account_id: id("acc"), created_at: earlier },
  webhook_subscriptions: { webhook_subscription_id: id("whs"), created_at: earlier },
  api_keys: { api_key_id: id("key"), client_id: id("client"), secret_hash: id("hash"), created_at: earlier },
};

const SELLERS_FEW: Readonly<Record<string, Differences>> = {
  inventory_sources: {
    inventory_source_id: number("inventory_source_id"),
    source_id: id("src"),
    agent_id: id("own"),
    created_at: earlier,
  },
  // Ended already, because two storefronts can have only one link at a time.
  storefront_links: {
    link_id: number("link_id"),
    inventory_source_id: number("inventory_source_id"),
    status: "'REJECTED'",
  },
  join_links: { join_link_id: number("join_link_id"), slug: id("slug"), created_at: earlier },
  caller_keys: {
    caller_key_id: id("ckey"),
    client_id: id("client"),
    secret_hash: id("hash"),
    created_at: earlier,
  },
  buyer_auto_approvals: {
    auto_approval_id: number("auto_approval_id"),
    buyer_customer_id: number("buyer_customer_id"),
    created_at: earlier,
  },
};

const SELLERS: Readonly<Record<string, Differences>> = {
  modular_avails: { avail_id: id("av"), name: "'Avail ' || n", group_key: id("grp") },
  modular_bookings: { booking_id: id("bk"), media_buy_id: id("mb"), created_at: earlier },
  modular_work_items: { work_item_id: id("wi"), subject: id("sub"), media_buy_id: id("mb"), created_at: earlier },
  modular_work_item_events: { event_id: number("event_id"), work_item_id: id("wi"), created_at: earlier },
  intelligence_runs: { run_id: number("run_id"), created_at: earlier },
  product_rule_versions: { version: number("version"), is_active: "false", created_at: earlier },
  orders: { order_id: id("ord"), idempotency_key: id("key"), created_at: earlier },
  media_buy_approvals: { approval_id: number("approval_id"), order_id: id("ord"), created_at: earlier },
  order_legs: { leg_id: id("leg"), order_id: id("ord"), execution_key: id("key"), created_at: earlier },
  creative_reviews: {
    review_id: number("review_id"),
    library_creative_id: number("library_creative_id"),
    creative_id: id("cre"),
    created_at: earlier,
  },
};

interface Crowded {
  readonly buyer: number;
  readonly seller: number;
  /** The number of rows that are listed in pages, and of rows that are listed as a whole. */
  readonly many: number;
  readonly few: number;
}

/** Fills the tables with copies of the rows of two organisations. Throws if there is nothing to copy. */
export async function fillTables(admin: pg.Client, { buyer, seller, many, few }: Crowded): Promise<void> {
  // Foreign keys are not checked, because they were checked for the row that is copied.
  await admin.query("set session_replication_role = replica");
  for (const [owner, tables, copies] of [
    [buyer, BUYERS, many],
    [buyer, BUYERS_FEW, few],
    [seller, SELLERS, many],
    [seller, SELLERS_FEW, few],
  ] as const) {
    for (const [table, differences] of Object.entries(tables)) await copy(admin, table, differences, owner, copies);
  }
  await admin.query("analyze");
}

/** Adds copies of one row of an organisation to a table. */
export async function copy(
  admin: Pick<pg.Client, "query">,
  table: string,
  differences: Differences,
  owner: number,
  copies: number,
): Promise<void> {
  const own = Object.entries(differences).map(([column, sql]) => `'${column}', ${sql}`);
  const { rowCount } = await admin.query(
    `insert into ${table} overriding system value
     select copy.*
     from ${table} t, generate_series(1, $2::int) n, jsonb_populate_record(t, jsonb_build_object(${own.join(", ")})) copy
     where t.ctid = (select ctid from ${table} where customer_id = $1 limit 1)`,
    [owner, copies],
  );
  if (!rowCount) throw new Error(`there is no row of ${table} to copy: give the estate one`);
}
