-- Runs and what became of them, in one order of recording: what is recorded later never claims what was there before.
create sequence analytics_seq;
grant usage on sequence analytics_seq to interchange_app;

-- How a storefront's analytics stand, and the posture that its seller has pinned.
create table analytics_storefronts (
  customer_id        bigint not null,
  storefront_id      bigint not null,
  -- By which the figures were computed; another one computes them anew.
  reporting_currency text not null,
  -- While facts wait to be counted; by the wall.
  due_at             timestamptz,
  learned_posture    text,
  learned_reason     text,
  learned_checked_at timestamptz,
  primary key (customer_id, storefront_id),
  foreign key (customer_id, storefront_id) references storefronts
);
create index analytics_storefronts_due on analytics_storefronts (due_at) where due_at is not null;
call protect('analytics_storefronts');

-- What a run tells analytics, as it was when it was recorded. It outlives the run's own record, and holds no words of a buyer.
create table run_facts (
  customer_id         bigint not null,
  run_id              bigint not null,
  storefront_id       bigint not null,
  seq                 bigint not null default nextval('analytics_seq'),
  -- Null for runs of before purposes were kept.
  purpose             text,
  created_at          timestamptz not null,
  buyer_customer_id   bigint,
  operator_domain     text,
  brand_domain        text,
  country             text,
  buying_mode         text not null,
  result_kind         text not null,
  result_code         text,
  selected_posture    text,
  recommended_posture text,
  posture_rationale   text,
  posture_evidence    jsonb not null default '[]',
  -- What of its own accord was offered off the price, in percent, and for what in return; null for nothing.
  concession          jsonb,
  -- By which its words were read; null while they wait in `asked`.
  lexicon_version     text,
  asked               jsonb,
  request_asks        integer not null default 0,
  product_asks        integer not null default 0,
  proposal_asks       integer not null default 0,
  price_objection     boolean not null default false,
  packaging_ask       boolean not null default false,
  applied             integer not null default 0,
  partial             integer not null default 0,
  unable              integer not null default 0,
  -- Each product once: id, name, price and its currency.
  shown               jsonb not null default '[]',
  -- The sum of the media buys that are put down to it; null while there are none.
  outcome             jsonb,
  -- Whether the rollups count it.
  rolled              boolean not null default false,
  primary key (customer_id, run_id),
  foreign key (customer_id, storefront_id) references storefronts
);
create index run_facts_window on run_facts (customer_id, storefront_id, created_at desc, run_id desc)
  where purpose is null or purpose = 'live';
create index run_facts_offers on run_facts (customer_id, storefront_id, buyer_customer_id, created_at desc)
  where concession is not null;
create index run_facts_unrolled on run_facts (customer_id, storefront_id, run_id) where not rolled;
call protect('run_facts');

-- Where the run of a purchase is looked for: by product, and by either of the ways in which a buyer is known.
create table run_shown_products (
  customer_id       bigint not null,
  product_id        text not null,
  run_id            bigint not null,
  storefront_id     bigint not null,
  created_at        timestamptz not null,
  seq               bigint not null,
  buyer_customer_id bigint,
  operator_domain   text,
  brand_domain      text,
  primary key (customer_id, run_id, product_id)
);
create index run_shown_products_by_customer
  on run_shown_products (customer_id, storefront_id, product_id, buyer_customer_id, created_at desc);
create index run_shown_products_by_operator
  on run_shown_products (customer_id, storefront_id, product_id, operator_domain, created_at desc);
call protect('run_shown_products');

-- What became of media buys: written once, and never changed but for whether it is counted.
create table outcome_events (
  customer_id       bigint not null,
  event_id          text not null,
  seq               bigint not null default nextval('analytics_seq'),
  storefront_id     bigint not null,
  type              text not null check (type in ('media_buy_submitted_for_approval', 'media_buy_forwarded',
                      'media_buy_forward_failed', 'media_buy_rejected', 'delivery_reported')),
  occurred_at       timestamptz not null,
  recorded_at       timestamptz not null,
  media_buy_id      text not null,
  buyer_customer_id bigint,
  operator_domain   text,
  brand_domain      text,
  country           text,
  product_ids       text[],
  -- In millionths.
  budget            numeric,
  budget_currency   text,
  status            text,
  -- Of a delivery report: the period, and which of the reports of it.
  report_key        text,
  revision          integer,
  impressions       bigint,
  spend             numeric,
  delivery_currency text,
  counted           boolean not null default false,
  primary key (customer_id, event_id),
  foreign key (customer_id, storefront_id) references storefronts
);
create index outcome_events_of_buy on outcome_events (customer_id, media_buy_id, seq);
create index outcome_events_of_storefront on outcome_events (customer_id, storefront_id, seq);
create index outcome_events_uncounted on outcome_events (customer_id, storefront_id, media_buy_id) where not counted;
call protect('outcome_events');

-- The report of each period that counts: the highest revision, and of equal ones the later.
create table delivery_facts (
  customer_id  bigint not null,
  media_buy_id text not null,
  report_key   text not null,
  event_id     text not null,
  seq          bigint not null,
  revision     integer not null,
  occurred_at  timestamptz not null,
  status       text,
  impressions  bigint not null,
  spend        numeric not null,
  currency     text,
  primary key (customer_id, media_buy_id, report_key)
);
call protect('delivery_facts');

-- The run that a media buy is put down to, and what came of the buy.
create table buy_facts (
  customer_id         bigint not null,
  media_buy_id        text not null,
  storefront_id       bigint not null,
  model               text not null,
  run_id              bigint,
  products            text[],
  matched_product_ids text[] not null default '{}',
  outcome             jsonb not null,
  primary key (customer_id, media_buy_id)
);
create index buy_facts_of_run on buy_facts (customer_id, run_id) where run_id is not null;
call protect('buy_facts');

-- Sums over runs that are alike, of each day (2026-05-07) and each month (2026-05) of UTC.
create table analytics_rollups (
  customer_id          bigint not null,
  storefront_id        bigint not null,
  period               text not null,
  -- Everything below that tells cells apart, joined.
  cell                 text not null,
  operator_domain      text,
  brand_domain         text,
  country              text,
  posture              text,
  comparison           text not null check (comparison in ('none', 'followed', 'diverged')),
  -- Empty where nothing was delivered, * where it is mixed or unknown.
  delivery_currency    text not null,
  first_run_at         timestamptz not null,
  last_run_at          timestamptz not null,
  -- The smallest and the largest customer that bought under the identity.
  first_customer       bigint,
  last_customer        bigint,
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
  primary key (customer_id, storefront_id, period, cell)
);
call protect('analytics_rollups');

-- How often each product was shown, of each day and each month.
create table analytics_products (
  customer_id   bigint not null,
  storefront_id bigint not null,
  period        text not null,
  product_id    text not null,
  impressions   bigint not null,
  -- As the newest run that named it did.
  name          text,
  named_at      timestamptz,
  primary key (customer_id, storefront_id, period, product_id)
);
call protect('analytics_products');

-- The runs that there are. Their words are read, and all of them are counted, by the step that `due_at` makes due.
insert into run_facts (customer_id, run_id, storefront_id, purpose, created_at, buyer_customer_id, operator_domain,
  brand_domain, country, buying_mode, result_kind, result_code, selected_posture, asked, applied, partial, unable, shown)
select customer_id, run_id, storefront_id, record ->> 'purpose', created_at, buyer_customer_id,
  lower(record -> 'buyerScope' ->> 'operatorDomain'), lower(record -> 'buyerScope' ->> 'brandDomain'),
  upper(record -> 'buyerScope' -> 'countries' ->> 0), buying_mode, record -> 'result' ->> 'kind',
  record -> 'result' ->> 'code', record ->> 'posture',
  jsonb_build_object('brief', brief, 'requestAsks', record -> 'requestAsks'),
  (select count(*) from jsonb_array_elements(record -> 'refinementsApplied') one where one ->> 'status' = 'applied'),
  (select count(*) from jsonb_array_elements(record -> 'refinementsApplied') one where one ->> 'status' = 'partial'),
  (select count(*) from jsonb_array_elements(record -> 'refinementsApplied') one where one ->> 'status' = 'unable'),
  case when record -> 'result' ->> 'kind' = 'ok' then coalesce((
    select jsonb_agg(jsonb_build_object(
      'productId', one ->> 'productId',
      'name', one ->> 'name',
      'sellPrice', coalesce(one -> 'prices' -> 0 ->> 'fixedPrice', one -> 'prices' -> 0 ->> 'floorPrice')::numeric,
      'currency', one -> 'prices' -> 0 ->> 'currency'))
    from jsonb_array_elements(record -> 'shown') one), '[]') else '[]' end
from intelligence_runs
order by created_at, run_id;

insert into run_shown_products
select customer_id, one ->> 'productId', run_id, storefront_id, created_at, seq, buyer_customer_id, operator_domain,
  brand_domain
from run_facts, jsonb_array_elements(shown) one
where result_kind = 'ok' and (purpose is null or purpose = 'live')
on conflict do nothing;

-- What has become of media buys so far, in the order in which it happened.
insert into outcome_events (customer_id, event_id, storefront_id, type, occurred_at, recorded_at, media_buy_id,
  buyer_customer_id, operator_domain, brand_domain, product_ids, budget, budget_currency, status, report_key, revision,
  impressions, spend, delivery_currency)
select customer_id, event_id, storefront_id, type, occurred_at, occurred_at, media_buy_id, buyer_customer_id,
  lower(operator_domain), lower(brand_domain), product_ids, budget, budget_currency, status, report_key, revision,
  impressions, spend, delivery_currency
from (
  with bought as (
    select o.customer_id, o.order_id as media_buy_id, o.storefront_id, o.created_at,
      (o.buyer -> 'identity' ->> 'customerId')::bigint as buyer_customer_id,
      o.buyer -> 'identity' ->> 'operatorDomain' as operator_domain,
      o.buyer -> 'identity' ->> 'brandDomain' as brand_domain,
      array_agg(distinct p.product_id) as product_ids,
      round(sum(p.budget) * 1000000) as budget, min(p.currency) as budget_currency
    from orders o join order_packages p using (customer_id, order_id)
    group by o.customer_id, o.order_id
  )
  select bought.*, 'submitted:' || media_buy_id as event_id, 'media_buy_submitted_for_approval' as type,
    a.created_at as occurred_at, 'pending_approval' as status, null as report_key, null::integer as revision,
    null::bigint as impressions, null::numeric as spend, null as delivery_currency
  from bought join media_buy_approvals a on a.customer_id = bought.customer_id and a.order_id = media_buy_id
  union all
  select bought.*, 'rejected:' || media_buy_id, 'media_buy_rejected', coalesce(a.reviewed_at, a.updated_at), 'rejected',
    null, null, null, null, null
  from bought join media_buy_approvals a on a.customer_id = bought.customer_id and a.order_id = media_buy_id
  where a.status = 'rejected'
  union all
  select bought.*, 'forwarded:' || media_buy_id, 'media_buy_forwarded', taken.at, 'booked', null, null, null, null, null
  from bought cross join lateral (
    select min(coalesce((told ->> 'at')::timestamptz, leg.updated_at)) as at
    from order_legs leg left join jsonb_array_elements(leg.history) told on told ->> 'state' = 'booked'
    where leg.customer_id = bought.customer_id and leg.order_id = media_buy_id and leg.state = 'booked') taken
  where taken.at is not null
  union all
  select bought.*, 'forward_failed:' || leg.leg_id, 'media_buy_forward_failed', leg.updated_at, 'forward_failed',
    null, null, null, null, null
  from bought join order_legs leg on leg.customer_id = bought.customer_id and leg.order_id = media_buy_id
  where leg.state = 'failed' or leg.state = 'rejected' and leg.sent_at is not null
  union all
  select bought.*, 'delivery:' || bought.media_buy_id || ':' || reported.key || ':r0', 'delivery_reported',
    reported.at, 'delivering', reported.key, 0, reported.impressions, reported.spend, reported.currency
  from bought join (
    select m.seller_media_buy_id as media_buy_id, d.day || ' ' || sold.leg_id as key, max(d.reported_at) as at,
      sum(d.impressions)::bigint as impressions, round(sum(d.spend) * 1000000) as spend, min(d.currency) as currency
    from delivery_days d
      join media_buys m on m.customer_id = d.customer_id and m.media_buy_id = d.media_buy_id
      join packages p on p.customer_id = d.customer_id and p.package_id = d.package_id
      join order_packages sold on sold.order_id = m.seller_media_buy_id and sold.package_id = p.seller_package_id
    group by m.seller_media_buy_id, d.day, sold.leg_id) reported on reported.media_buy_id = bought.media_buy_id
) told
order by occurred_at, event_id;

-- A report tells nothing of budgets and products.
update outcome_events set product_ids = null, budget = null, budget_currency = null
where type in ('delivery_reported', 'media_buy_rejected');

insert into analytics_storefronts (customer_id, storefront_id, reporting_currency, due_at)
select customer_id, storefront_id, coalesce(default_currency, 'USD'), now() from storefronts;
