-- A parent organisation founds children, with its own people, and sees what they are called; what is theirs it does not see.
create policy parent on customers for select using (parent_id = (select viewer_customer()));
create policy founding on customers for insert with check (parent_id = (select viewer_customer()));
create policy founding on members for insert with check (
  exists (
    select from customers
    where customers.customer_id = members.customer_id and customers.parent_id = (select viewer_customer())
  )
);

-- Somebody who was asked to join an organisation, until they do, are asked no more, or are asked anew. The link in their
-- mail opens once; only a hash of its token is kept.
create table invitations (
  customer_id   bigint not null references customers,
  invitation_id text not null,
  email         text not null,
  role          text not null check (role in ('MEMBER', 'ADMIN', 'SUPER_ADMIN')),
  token_hash    text not null,
  invited_by    text,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  primary key (customer_id, invitation_id)
);
create unique index invitations_address on invitations (customer_id, lower(email));
create unique index invitations_token on invitations (token_hash);
call protect('invitations');

-- What an organisation's people should know, or decide. Each reads for themselves; one acknowledges for all.
create table notifications (
  customer_id     bigint not null references customers,
  notification_id text not null,
  type            text not null,
  status          text not null check (status in ('success', 'error', 'warning', 'info')),
  resource_type   text not null,
  resource_id     text not null,
  campaign_id     text,
  message         text not null,
  read_by         bigint[] not null default '{}',
  acknowledged_at timestamptz,
  created_at      timestamptz not null,
  primary key (customer_id, notification_id)
);
call protect('notifications');

-- Where an organisation wants to hear of events. Its secret is sealed.
create table webhook_subscriptions (
  customer_id             bigint not null references customers,
  webhook_subscription_id text not null,
  url                     text not null,
  event_types             text[] not null,
  sealed                  text not null,
  -- failed: unreachable for days. inactive: the receiver said that it is gone. Of neither are new events sent.
  status                  text not null check (status in ('active', 'inactive', 'failed')),
  failure_count           integer not null default 0,
  last_success_at         timestamptz,
  last_failure_at         timestamptz,
  created_at              timestamptz not null,
  updated_at              timestamptz not null,
  primary key (customer_id, webhook_subscription_id)
);
call protect('webhook_subscriptions');

-- One event for one subscription: the body to the letter, and what became of sending it. Its times are the wall's.
create table webhook_deliveries (
  customer_id             bigint not null,
  webhook_delivery_id     text not null,
  webhook_subscription_id text not null,
  event_type              text not null,
  body                    text not null,
  status                  text not null check (status in ('pending', 'delivered', 'failed')),
  attempts                integer not null default 0,
  lease_until             timestamptz,
  next_attempt_at         timestamptz,
  last_attempt_at         timestamptz,
  response_status         integer,
  error                   text,
  created_at              timestamptz not null,
  primary key (customer_id, webhook_delivery_id),
  foreign key (customer_id, webhook_subscription_id) references webhook_subscriptions on delete cascade
);
create index webhook_deliveries_of_subscription
  on webhook_deliveries (customer_id, webhook_subscription_id, webhook_delivery_id desc);
create index webhook_deliveries_age on webhook_deliveries (created_at);
call protect('webhook_deliveries');
