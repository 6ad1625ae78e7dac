-- How long a year takes to read is how many sums there are of it. They are kept for each thing that figures are grouped by (all
-- runs together, the buyer, the posture, whether the recommendation was followed), no longer for all of these at once; and of
-- months, tens of days and days.
create table analytics_sums (
  customer_id          bigint not null,
  storefront_id        bigint not null,
  first_run_at         timestamptz not null,
  last_run_at          timestamptz not null,
  -- What is summed comes before all that has no fixed length: so it is found at once.
  runs                 bigint not null,
  live_runs            bigint not null,
  legacy_runs          bigint not null,
  ok_runs              bigint not null,
  skipped_runs         bigint not null,
  error_runs           bigint not null,
  brief_runs           bigint not null,
  refine_runs          bigint not null,
  wholesale_runs       bigint not null,
  shown_products       bigint not null,
  shown_on_booked      bigint not null,
  booked_runs          bigint not null,
  ask_runs             bigint not null,
  ask_booked_runs      bigint not null,
  price_runs           bigint not null,
  price_booked_runs    bigint not null,
  packaging_runs       bigint not null,
  packaging_booked_runs bigint not null,
  request_asks         bigint not null,
  product_asks         bigint not null,
  proposal_asks        bigint not null,
  applied_refinements  bigint not null,
  partial_refinements  bigint not null,
  unable_refinements   bigint not null,
  attributed_runs      bigint not null,
  events               bigint not null,
  submitted            bigint not null,
  forwarded            bigint not null,
  forward_failed       bigint not null,
  rejected             bigint not null,
  delivery_reports     bigint not null,
  booked_buys          bigint not null,
  priced_buys          bigint not null,
  foreign_buys         bigint not null,
  unbudgeted_buys      bigint not null,
  impressions          bigint not null,
  -- In millionths.
  booked_budget        numeric not null,
  spend                numeric not null,
  -- A month (2026-05), ten days of it (2026-05-1, from the 10th to the 19th) or a day (2026-05-17) of UTC.
  period               text collate "C" not null,
  facet                text collate "C" not null check (facet in ('whole', 'buyer', 'posture', 'comparison')),
  -- Of buyers; empty where it is not known.
  operator_domain      text collate "C" not null default '',
  brand_domain         text collate "C" not null default '',
  country              text collate "C" not null default '',
  -- The posture, or how it compares; of all runs and of buyers the currency of delivery: empty for none, * for several.
  value                text collate "C" not null,
  -- The smallest and the largest customer that bought under the identity.
  first_customer       bigint,
  last_customer        bigint,
  primary key (customer_id, storefront_id, period, facet, operator_domain, brand_domain, country, value)
);
call protect('analytics_sums');

insert into analytics_sums (customer_id, storefront_id, period, facet, operator_domain, brand_domain, country, value,
  first_run_at, last_run_at, first_customer, last_customer, runs, live_runs, legacy_runs, ok_runs, skipped_runs, error_runs,
  brief_runs, refine_runs, wholesale_runs, shown_products, shown_on_booked, booked_runs, ask_runs, ask_booked_runs,
  price_runs, price_booked_runs, packaging_runs, packaging_booked_runs, request_asks, product_asks, proposal_asks,
  applied_refinements, partial_refinements, unable_refinements, attributed_runs, events, submitted, forwarded,
  forward_failed, rejected, delivery_reports, booked_buys, priced_buys, foreign_buys, unbudgeted_buys, impressions,
  booked_budget, spend)
select customer_id, storefront_id, left(period, told.size), told.facet, told.operator_domain, told.brand_domain, told.country, told.value,
  min(first_run_at), max(last_run_at), min(first_customer), max(last_customer), sum(runs), sum(live_runs), sum(legacy_runs),
  sum(ok_runs), sum(skipped_runs), sum(error_runs), sum(brief_runs), sum(refine_runs), sum(wholesale_runs),
  sum(shown_products), sum(shown_on_booked), sum(booked_runs), sum(ask_runs), sum(ask_booked_runs), sum(price_runs),
  sum(price_booked_runs), sum(packaging_runs), sum(packaging_booked_runs), sum(request_asks), sum(product_asks),
  sum(proposal_asks), sum(applied_refinements), sum(partial_refinements), sum(unable_refinements), sum(attributed_runs),
  sum(events), sum(submitted), sum(forwarded), sum(forward_failed), sum(rejected), sum(delivery_reports), sum(booked_buys),
  sum(priced_buys), sum(foreign_buys), sum(unbudgeted_buys), sum(impressions), sum(booked_budget), sum(spend)
from analytics_rollups old cross join (values (7), (9), (10)) sizes (size) cross join lateral (values
  (size, 'whole', '', '', '', old.delivery_currency),
  (size, 'buyer', coalesce(old.operator_domain, ''), coalesce(old.brand_domain, ''), coalesce(old.country, ''),
    old.delivery_currency),
  (size, 'posture', '', '', '', old.posture),
  (size, 'comparison', '', '', '', nullif(old.comparison, 'none'))
) told (size, facet, operator_domain, brand_domain, country, value)
where length(period) = 10 and told.value is not null
group by customer_id, storefront_id, left(period, told.size), told.facet, told.operator_domain, told.brand_domain, told.country, told.value;

drop table analytics_rollups;

insert into analytics_products (customer_id, storefront_id, period, product_id, impressions, name, named_at)
select customer_id, storefront_id, left(period, 9), product_id, sum(impressions),
  (array_agg(name order by named_at desc) filter (where name is not null))[1], max(named_at)
from analytics_products where length(period) = 10
group by customer_id, storefront_id, left(period, 9), product_id;

-- From when on the facts of a storefront are kept: of what was before, the sums are all there is. The first of a month.
alter table analytics_storefronts add column facts_since date;
-- While all of it is counted anew: up to which run what was counted is forgotten.
alter table analytics_storefronts add column uncounted_to bigint;

-- What is too old is forgotten in the order in which it came.
create index run_shown_products_age on run_shown_products using brin (created_at);
create index run_facts_age on run_facts using brin (created_at);
