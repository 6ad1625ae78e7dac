-- A proposal that a buyer has finalised: what its sources hold for it, at which prices, and until when.
create table proposal_holds (
  customer_id     bigint not null references customers,
  -- What its sources know it by.
  hold_id         text not null,
  storefront_id   bigint not null,
  principal       text not null,
  -- For whom: operator and brand as the buyer named them.
  account         text not null,
  proposal_id     text not null,
  -- As its buyer was told it.
  proposal        json not null,
  packages        json not null,
  flight_start    timestamptz,
  flight_end      timestamptz,
  status          text not null check (status in ('asking', 'held', 'bought', 'released')),
  -- The buyer's, of the media buy that took it.
  idempotency_key text check ((idempotency_key is not null) = (status = 'bought')),
  expires_at      timestamptz not null,
  created_at      timestamptz not null,
  primary key (customer_id, hold_id)
);
create unique index proposal_holds_live on proposal_holds (customer_id, storefront_id, principal, proposal_id, account)
  where status in ('asking', 'held');
create index proposal_holds_of_buyer on proposal_holds (customer_id, storefront_id, principal, proposal_id, created_at);
create index proposal_holds_expired on proposal_holds (expires_at);
call protect('proposal_holds');

-- An order takes what is held for its proposal: each source is told which hold that is.
alter table orders add column hold_id text;

-- What a modular source holds for a proposal: the prices stand until then; the impressions are bookings under the hold's id.
create table modular_holds (
  customer_id         bigint not null,
  inventory_source_id bigint not null,
  hold_id             text not null,
  -- Each product's price for a thousand.
  prices              json not null,
  expires_at          timestamptz not null,
  created_at          timestamptz not null,
  primary key (customer_id, inventory_source_id, hold_id),
  foreign key (customer_id, inventory_source_id) references modular_sources on delete cascade
);
create index modular_holds_expired on modular_holds (expires_at);
call protect('modular_holds');
