-- Keys by which buyers of other systems call one storefront's agent. They open nothing else of this installation.
create table caller_keys (
  customer_id      bigint not null,
  caller_key_id    text not null,
  storefront_id    bigint not null,
  name             text not null,
  -- Who operates the buys that are made by it, and for which brand alone; null for any.
  operator_domain  text not null,
  brand_domain     text,
  sandbox          boolean not null,
  client_id        text not null,
  secret_hash      text not null,
  -- The public keys that its requests may be signed with, by their key ids.
  signing_keys     jsonb not null default '{}',
  -- Whether a write that is not signed is refused.
  signing_required boolean not null,
  -- All by the wall.
  expires_at       timestamptz,
  created_at       timestamptz not null,
  revoked_at       timestamptz,
  primary key (customer_id, caller_key_id),
  foreign key (customer_id, storefront_id) references storefronts
);
create unique index caller_keys_secret_hash on caller_keys (secret_hash);
create index caller_keys_listed on caller_keys (customer_id, caller_key_id desc) where revoked_at is null;
create index caller_keys_ending on caller_keys (customer_id, expires_at, caller_key_id) where revoked_at is null;
create index caller_keys_signing on caller_keys (storefront_id) where signing_keys <> '{}';
call protect('caller_keys');

-- Each nonce that a signature was taken with: it is taken once.
create table caller_nonces (
  customer_id   bigint not null,
  caller_key_id text not null,
  key_id        text not null,
  nonce         text not null,
  -- When no signature with it could be valid any more.
  expires_at    timestamptz not null,
  primary key (customer_id, caller_key_id, key_id, nonce),
  foreign key (customer_id, caller_key_id) references caller_keys
);
create index caller_nonces_expired on caller_nonces (expires_at);
call protect('caller_nonces');

-- Where a buyer wants to hear what becomes of a task, and how far that has come.
create table task_callbacks (
  customer_id      bigint not null references customers,
  -- The same for every attempt: receivers tell repetitions by it.
  event_id         text not null,
  task_id          text not null,
  task_type        text not null check (task_type in ('create_media_buy', 'update_media_buy')),
  storefront_id    bigint not null,
  principal        text not null,
  url              text not null,
  -- As the buyer gave it, to be echoed.
  operation_id     text,
  -- The token and the credentials that it gave with it.
  sealed           text not null,
  -- What is sent, without the token, from the moment that the task is decided.
  body             text,
  status           text not null check (status in ('waiting', 'pending', 'delivered', 'failed')),
  attempts         integer not null default 0,
  -- All by the wall: when the task is asked after next, and until when some process is sending.
  check_at         timestamptz not null,
  lease_until      timestamptz,
  last_attempt_at  timestamptz,
  response_status  integer,
  error            text,
  created_at       timestamptz not null,
  primary key (customer_id, event_id)
);
-- A task has one callback.
create unique index task_callbacks_task on task_callbacks (customer_id, storefront_id, principal, task_id);
create index task_callbacks_due on task_callbacks (check_at) where status = 'waiting';
create index task_callbacks_old on task_callbacks (created_at) where status in ('delivered', 'failed');
call protect('task_callbacks');

-- What a caller has settled beforehand of its trials in sandbox accounts (AdCP, comply_test_controller): its next buy is a
-- task by this id, which is over when it says so, or waits for its input. Nothing is bought by it.
create table rehearsed_tasks (
  customer_id   bigint not null references customers,
  storefront_id bigint not null,
  principal     text not null,
  task_id       text not null,
  arm           text not null check (arm in ('submitted', 'input-required')),
  state         text not null check (state in ('next', 'given', 'over')),
  message       text,
  result        jsonb,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (customer_id, storefront_id, principal, task_id)
);
create unique index rehearsed_tasks_next on rehearsed_tasks (customer_id, storefront_id, principal) where state = 'next';
call protect('rehearsed_tasks');

-- What a caller has added to the delivery of its trials.
create table rehearsed_deliveries (
  customer_id   bigint not null references customers,
  order_id      text not null,
  impressions   bigint not null default 0,
  clicks        bigint not null default 0,
  conversions   bigint not null default 0,
  spend         numeric not null default 0,
  primary key (customer_id, order_id),
  foreign key (customer_id, order_id) references orders
);
call protect('rehearsed_deliveries');

-- How a caller has one of its trials stand, in AdCP's words, as long as the trial is not changed: of this revision alone.
create table rehearsed_standings (
  customer_id   bigint not null references customers,
  order_id      text not null,
  status        text not null check (status in
    ('pending_creatives', 'pending_start', 'active', 'paused', 'completed', 'rejected', 'canceled')),
  revision      integer not null,
  primary key (customer_id, order_id),
  foreign key (customer_id, order_id) references orders
);
call protect('rehearsed_standings');
