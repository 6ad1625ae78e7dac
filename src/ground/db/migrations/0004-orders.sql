-- A storefront's side of a media buy, whoever the buyer is. Its id is the media buy id that the buyer knows.
create table orders (
  customer_id       bigint not null references customers,
  order_id          text not null,
  storefront_id     bigint not null,
  -- Who bought: our customer `c:12`, or another system's principal. A buyer reaches its own orders alone.
  buyer_principal   text not null,
  buyer             jsonb not null,
  buyer_ref         text not null,
  name              text not null,
  idempotency_key   text not null,
  request_hash      text not null,
  flight_start      timestamptz not null,
  flight_end        timestamptz not null,
  -- What came of holding it against the acceptance policy, when it came in; null where nobody asked.
  screening         jsonb,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (customer_id, order_id)
);
create unique index orders_idempotency on orders (storefront_id, buyer_principal, idempotency_key);
create index orders_by_flight on orders (customer_id, storefront_id, flight_start);
create index orders_by_buyer on orders (customer_id, storefront_id, buyer_principal, created_at);
call protect('orders');

-- What an order asks of one source: claimed under an immutable key before the source hears of it, settled after.
create table order_legs (
  customer_id         bigint not null,
  leg_id              text not null,
  order_id            text not null,
  inventory_source_id bigint not null,
  -- A key is remembered by one seller for one account: with either changed, the same key would buy a second time.
  agent_id            text not null,
  account_identifier  text,
  execution_key       text not null,
  -- Where the source may call back, and whether it tells of delivery there; null where it cannot reach us.
  callback            jsonb,
  state               text not null check (state in ('held', 'open', 'submitted', 'input_required', 'booked', 'rejected', 'failed', 'canceled')),
  seller_media_buy_id text,
  seller_status       text,
  task_id             text,
  message             text,
  errors              jsonb not null default '[]',
  attempts            integer not null default 0,
  -- By the wall: who places the leg holds it until then, and since when the seller may have heard of it.
  lease_until         timestamptz,
  sent_at             timestamptz,
  -- What its source made of it, each time that changed.
  history             jsonb not null default '[]',
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (customer_id, leg_id),
  foreign key (customer_id, order_id) references orders
);
create unique index order_legs_execution_key on order_legs (execution_key);
create unique index order_legs_source on order_legs (customer_id, order_id, inventory_source_id);
-- What somebody still has to do something for.
create index order_legs_waiting on order_legs (customer_id, order_id)
  where state in ('held', 'open', 'submitted', 'input_required') or seller_status = 'pending_creatives';
-- What its seller is shown as waiting for its sources, and as stuck.
create index order_legs_with_source on order_legs (customer_id, leg_id) where state in ('submitted', 'input_required');
create index order_legs_stuck on order_legs (customer_id, leg_id) where state = 'failed' or state = 'open' and attempts > 0;
call protect('order_legs');

create table order_packages (
  customer_id       bigint not null,
  package_id        text not null,
  order_id          text not null,
  leg_id            text not null,
  position          integer not null,
  buyer_ref         text not null,
  product_id        text not null,
  source_product_id text not null,
  pricing_option_id text not null,
  budget            numeric not null check (budget > 0),
  currency          text not null,
  bid_price         numeric,
  -- What was quoted to the buyer, off the source's price; less than zero where a floor raised it. Budgets and bids are the buyer's.
  discount_percent  numeric not null default 0 check (discount_percent <= 100),
  -- The least bid that the storefront takes, where a product rule says one.
  bid_floor         numeric,
  pacing            text not null,
  -- Within the order's flight; null where the package runs as long as the order does.
  start_time        timestamptz,
  end_time          timestamptz,
  -- In AdCP's words, as it was accepted; null where the package may be shown to anybody.
  targeting         jsonb,
  seller_package_id text,
  paused            boolean not null default false,
  canceled          boolean not null default false,
  primary key (customer_id, package_id),
  foreign key (customer_id, order_id) references orders,
  foreign key (customer_id, leg_id) references order_legs
);
create index order_packages_of_order on order_packages (customer_id, order_id, position);
call protect('order_packages');

-- A change asked of an order: under its key it is asked of each source once. What each of them answered, by leg.
create table order_changes (
  customer_id     bigint not null,
  order_id        text not null,
  idempotency_key text not null,
  request_hash    text not null,
  outcomes        jsonb not null,
  -- What it sets of targeting, by package: kept with a package once its source has made the change.
  targeting       jsonb not null default '{}',
  created_at      timestamptz not null,
  primary key (customer_id, order_id, idempotency_key),
  foreign key (customer_id, order_id) references orders
);
call protect('order_changes');
