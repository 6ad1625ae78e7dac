-- A media buy at a modular source, as whoever bought it knows it.
create table modular_buys (
  customer_id         bigint not null,
  inventory_source_id bigint not null,
  media_buy_id        text not null,
  name                text not null,
  -- Null for a buyer of another system.
  buyer_customer_id   bigint,
  buyer_name          text not null,
  flight_start        timestamptz not null,
  flight_end          timestamptz not null,
  paused              boolean not null default false,
  canceled_at         timestamptz,
  -- Why the seller's people would not have it; null where they would.
  rejected_reason     text,
  revision            integer not null default 1,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (customer_id, inventory_source_id, media_buy_id),
  foreign key (customer_id, inventory_source_id) references modular_sources on delete cascade
);
call protect('modular_buys');

-- What was asked of the source under which key, and what it answered: the same again answers the same.
create table modular_requests (
  customer_id         bigint not null,
  inventory_source_id bigint not null,
  idempotency_key     text not null,
  digest              text not null,
  outcome             jsonb not null,
  created_at          timestamptz not null,
  primary key (customer_id, inventory_source_id, idempotency_key),
  foreign key (customer_id, inventory_source_id) references modular_sources on delete cascade
);
call protect('modular_requests');

create table modular_packages (
  customer_id         bigint not null,
  package_id          text not null,
  inventory_source_id bigint not null,
  media_buy_id        text not null,
  position            integer not null,
  buyer_ref           text not null,
  product_id          text not null,
  pricing_option_id   text not null,
  budget              numeric not null,
  currency            text not null,
  cpm                 numeric not null,
  impressions         bigint not null,
  -- As the buyer asked; null where it runs as long as its buy and its avails do.
  start_time          timestamptz,
  end_time            timestamptz,
  paused              boolean not null default false,
  canceled            boolean not null default false,
  -- In AdCP's spelling.
  creatives           jsonb not null default '[]',
  primary key (customer_id, package_id),
  foreign key (customer_id, inventory_source_id, media_buy_id) references modular_buys on delete cascade
);
create index modular_packages_of_buy on modular_packages (customer_id, inventory_source_id, media_buy_id, position);
call protect('modular_packages');

-- The ledger: what was taken of an avail for one package of one media buy.
create table modular_bookings (
  customer_id           bigint not null,
  booking_id            text not null,
  inventory_source_id   bigint not null,
  avail_id              text not null,
  media_buy_id          text not null,
  package_id            text,
  buyer_customer_id     bigint,
  requested_impressions bigint not null check (requested_impressions > 0),
  status                text not null check (status in ('HELD', 'BOOKED', 'RELEASED', 'CANCELLED')),
  -- People or a system upstream are at it: then a hold does not expire.
  handed_off            boolean not null default false,
  expires_at            timestamptz not null,
  release_reason        text,
  -- When what it was booked for is over.
  runs_until            timestamptz not null,
  -- For people and for systems upstream.
  campaign_name         text,
  advertiser_name       text,
  -- Each change of what upstream has to do has the next number.
  revision              integer not null default 1,
  upstream_order_id     text,
  upstream_status       text,
  creative_ref          text,
  traffic_ref           text,
  -- The item that asks for its final report was opened.
  is_report_asked       boolean not null default false,
  reported_impressions  bigint,
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  primary key (customer_id, booking_id),
  foreign key (customer_id, inventory_source_id, avail_id) references modular_avails on delete cascade
);
-- L3: one live booking for a package at an avail.
create unique index modular_bookings_live on modular_bookings
  (customer_id, inventory_source_id, media_buy_id, avail_id, package_id, buyer_customer_id)
  nulls not distinct where status in ('HELD', 'BOOKED');
create index modular_bookings_of_avail on modular_bookings (customer_id, inventory_source_id, avail_id)
  where status in ('HELD', 'BOOKED');
create index modular_bookings_of_buy on modular_bookings (customer_id, inventory_source_id, media_buy_id, booking_id);
create index modular_bookings_expiry on modular_bookings (expires_at, customer_id) where status = 'HELD' and not handed_off;
create index modular_bookings_over on modular_bookings (runs_until, customer_id) where status = 'BOOKED' and not is_report_asked;
call protect('modular_bookings');
