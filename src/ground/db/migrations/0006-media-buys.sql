-- A campaign's buy at one seller. The execution key is made with the row and never changes: it is what the seller knows the
-- buy by before either side has an id for it.
create table media_buys (
  customer_id         bigint not null,
  media_buy_id        text not null,
  campaign_id         text not null,
  advertiser_id       bigint not null,
  sales_agent_id      text not null,
  sales_agent_name    text not null,
  storefront_id       bigint,
  name                text not null,
  -- Given by the buyer; otherwise a draft's name and flight follow its campaign's.
  named_by_buyer      boolean not null default false,
  timed_by_buyer      boolean not null default false,
  status              text not null check (status in ('DRAFT', 'PENDING_APPROVAL', 'INPUT_REQUIRED', 'ACTIVE', 'PAUSED',
                        'COMPLETED', 'CANCELED', 'FAILED', 'REJECTED', 'ARCHIVED')),
  execution_key       text not null,
  -- Set by the first submission, whatever came of it: from then on only the same buy may be sent again.
  submitted_at        timestamptz,
  -- As whom it was first sent. A brand may change its domain; what is sent under a key may not change.
  buyer               jsonb,
  -- A sending of it went unanswered: the seller may hold the buy, so it must not be taken for dead.
  in_doubt            boolean not null default false,
  -- What its campaign asks for, in AdCP's words; and what of it the seller said that it honours, when it was first asked.
  targeting           jsonb not null default '{}',
  honoured            jsonb,
  seller_media_buy_id text,
  seller_status       text,
  task_id             text,
  flight_start        timestamptz not null,
  flight_end          timestamptz not null,
  waiting_for         text,
  waiting_on          text check (waiting_on in ('buyer', 'seller', 'platform')),
  -- Since when it stands in its status.
  waiting_since       timestamptz,
  error_code          text,
  error_message       text,
  -- By the wall: until then a process is sending it.
  lease_until         timestamptz,
  -- How often the seller was called since it last answered.
  attempts            integer not null default 0,
  -- Counts the writes: who has read an older one and asked the seller meanwhile does not write what it heard over them.
  revision            integer not null default 0,
  -- By the customer's clock: when the seller is asked next how the buy stands and what it delivered.
  next_check_at       timestamptz,
  checked_at          timestamptz,
  delivered_through   date,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (customer_id, media_buy_id),
  foreign key (customer_id, campaign_id) references campaigns
);
create unique index media_buys_execution_key on media_buys (execution_key);
create index media_buys_of_campaign on media_buys (customer_id, campaign_id, created_at);
create index media_buys_by_status on media_buys (customer_id, status, campaign_id);
create index media_buys_of_advertiser on media_buys (customer_id, advertiser_id, created_at desc);
create index media_buys_due on media_buys (customer_id, next_check_at) where next_check_at is not null;
call protect('media_buys');

create table packages (
  customer_id       bigint not null,
  package_id        text not null,
  media_buy_id      text not null,
  campaign_id       text not null,
  position          integer not null,
  product_id        text not null,
  product_name      text not null,
  pricing_option_id text not null,
  pricing_model     text not null,
  budget            numeric not null check (budget > 0),
  currency          text not null,
  bid_price         numeric,
  pacing            text not null,
  -- Within the buy's flight; null where the package runs as long as the buy does.
  start_time        timestamptz,
  end_time          timestamptz,
  -- Which of the campaign's pacing periods it was cut for, from 1; null where the budget is spread over the whole flight.
  period_index      integer,
  period_label      text,
  status            text not null default 'active' check (status in ('active', 'paused', 'canceled')),
  seller_package_id text,
  primary key (customer_id, package_id),
  foreign key (customer_id, media_buy_id) references media_buys
);
create index packages_of_media_buy on packages (customer_id, media_buy_id, position);
create index packages_of_campaign on packages (customer_id, campaign_id);
call protect('packages');

-- A change on its way to the seller (pause, resume, cancel, new terms), under a key of its own.
create table media_buy_changes (
  customer_id     bigint not null,
  change_id       text not null,
  media_buy_id    text not null,
  kind            text not null check (kind in ('pause', 'resume', 'cancel', 'update')),
  request         jsonb not null,
  execution_key   text not null,
  state           text not null check (state in ('open', 'done', 'refused', 'failed')),
  previous_status text not null,
  -- What the seller decides on the change under, where it takes its time.
  task_id         text,
  error           text,
  attempts        integer not null default 0,
  lease_until     timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (customer_id, change_id),
  foreign key (customer_id, media_buy_id) references media_buys
);
-- One change at a time: a second waits for the first to be settled.
create unique index media_buy_changes_open on media_buy_changes (customer_id, media_buy_id) where state = 'open';
call protect('media_buy_changes');

-- What each package delivered on each day, as last reported: the rollup that every report is read from.
create table delivery_days (
  customer_id      bigint not null,
  day              date not null,
  advertiser_id    bigint not null,
  campaign_id      text not null,
  media_buy_id     text not null,
  package_id       text not null,
  currency         text not null,
  impressions      bigint not null,
  clicks           bigint not null,
  spend            numeric not null,
  views            bigint not null,
  completed_views  bigint not null,
  conversions      bigint not null,
  final            boolean not null,
  time_zone        text not null,
  reported_at      timestamptz not null,
  primary key (customer_id, media_buy_id, package_id, day),
  foreign key (customer_id, media_buy_id) references media_buys
);
create index delivery_days_by_day on delivery_days (customer_id, day) include (advertiser_id, campaign_id, media_buy_id, package_id);
create index delivery_days_of_campaign on delivery_days (customer_id, campaign_id, day);
call protect('delivery_days');
