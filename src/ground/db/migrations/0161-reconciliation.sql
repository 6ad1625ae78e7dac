-- Since a backup was restored: whether a source's agent was asked what it holds that the backup does not know.
create table source_reconciliations (
  customer_id         bigint not null,
  inventory_source_id bigint not null,
  -- The moment that the backup shows.
  restored_to         timestamptz not null,
  state               text not null check (state in ('WAITING', 'UNABLE', 'COMPARED')),
  attempts            integer not null default 0,
  message             text,
  -- By the wall.
  next_at             timestamptz not null,
  compared_at         timestamptz,
  primary key (customer_id, inventory_source_id),
  foreign key (customer_id, inventory_source_id) references inventory_sources (customer_id, inventory_source_id) on delete cascade
);
create index source_reconciliations_due on source_reconciliations (next_at) where state = 'WAITING';
call protect('source_reconciliations');

-- What agents were found to hold so: taken in by the order that it was bought for, or left by people.
create table found_media_buys (
  customer_id          bigint not null,
  inventory_source_id  bigint not null,
  seller_media_buy_id  text not null,
  state                text not null check (state in ('OPEN', 'TAKEN_IN', 'LEFT')),
  -- As the agent told it, with its packages and their budgets.
  media_buy            jsonb not null,
  -- The buyer's account that it was found under; null for the storefront's own.
  account_identifier   text,
  leg_id               text,
  found_at             timestamptz not null,
  decided_at           timestamptz,
  decided_by           bigint,
  primary key (customer_id, inventory_source_id, seller_media_buy_id),
  foreign key (customer_id, inventory_source_id) references source_reconciliations (customer_id, inventory_source_id) on delete cascade
);
call protect('found_media_buys');
