-- What an order shows was changed this often by its buyer: it counts to the order's revision.
alter table orders add column assignment_changes integer not null default 0;

-- Callbacks tell of tasks, of what was delivered, and of what befalls the creatives of an account.
alter table task_callbacks drop constraint task_callbacks_task_type_check;
alter table task_callbacks add constraint task_callbacks_task_type_check check (
  task_type in ('create_media_buy', 'update_media_buy', 'get_products', 'media_buy_delivery', 'notification'));
-- The context of an A2A message whose task it is: it is then told as A2A tells; null over MCP.
alter table task_callbacks add column a2a_context text;

-- Where a buyer wants to be told what a media buy has delivered, at its cadence.
create table report_subscriptions (
  customer_id    bigint not null references customers,
  order_id       text not null,
  storefront_id  bigint not null,
  principal      text not null,
  url            text not null,
  -- The token and the credentials that it gave with it.
  sealed         text not null,
  -- Of a report those alone; null for all.
  metrics        json,
  -- How many reports were made, and up to which day; null before the first.
  sequence       integer not null default 0,
  reported_until date,
  -- By the wall: when it is looked at next; null once the last report is made.
  check_at       timestamptz,
  created_at     timestamptz not null,
  primary key (customer_id, order_id)
);
create index report_subscriptions_due on report_subscriptions (check_at) where check_at is not null;
call protect('report_subscriptions');

-- Where a caller wants to hear what befalls the creatives of an account that it has declared.
create table account_subscribers (
  customer_id    bigint not null references customers,
  storefront_id  bigint not null,
  principal      text not null,
  account_id     text not null,
  -- The caller's own name for it.
  subscriber_id  text not null,
  position       integer not null,
  url            text not null,
  event_types    json not null,
  is_active      boolean not null,
  -- The credentials that it gave with it; null where what is sent is signed.
  sealed         text,
  -- Whoever answers there has shown that it wants to hear.
  is_proven      boolean not null,
  primary key (customer_id, storefront_id, principal, account_id, subscriber_id)
);
call protect('account_subscribers');
