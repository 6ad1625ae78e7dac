-- What sellers reported of each day, every time they did: what was said, when, and how it came. The figures that count are
-- those of `delivery_days`; these say how they came about.
create table delivery_reports (
  customer_id      bigint not null,
  media_buy_id     text not null,
  day              date not null,
  package_id       text not null,
  report_id        bigint generated always as identity,
  -- By the customer's clock, and by the wall.
  reported_at      timestamptz not null,
  received_at      timestamptz not null,
  source           text not null check (source in ('poll', 'webhook')),
  currency         text not null,
  impressions      bigint not null,
  clicks           bigint not null,
  spend            numeric not null,
  views            bigint not null,
  completed_views  bigint not null,
  conversions      bigint not null,
  final            boolean not null,
  time_zone        text not null,
  primary key (customer_id, media_buy_id, day, package_id, report_id),
  foreign key (customer_id, media_buy_id) references media_buys
);
-- Reports come in the order of time and are forgotten in it.
create index delivery_reports_by_receipt on delivery_reports using brin (received_at) with (autosummarize = on);
call protect('delivery_reports');
