-- What a storefront's orders delivered, as their sources last reported it: the seller's own record, in what its buyers pay.
create table order_delivery_days (
  customer_id          bigint not null,
  order_id             text not null,
  package_id           text not null,
  day                  date not null,
  storefront_id        bigint not null,
  inventory_source_id  bigint not null,
  currency             text not null,
  impressions          bigint not null,
  clicks               bigint not null,
  views                bigint not null,
  completed_views      bigint not null,
  conversions          bigint not null,
  -- What the buyer pays for it, discounts off.
  revenue              numeric not null,
  final                boolean not null,
  time_zone            text not null,
  -- By the seller's clock.
  reported_at          timestamptz not null,
  primary key (customer_id, order_id, package_id, day),
  foreign key (customer_id, order_id) references orders
);
create index order_delivery_days_by_day on order_delivery_days (customer_id, storefront_id, day);
call protect('order_delivery_days');
