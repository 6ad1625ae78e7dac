-- An order that its storefront's people decide on before any source hears of it.
create table media_buy_approvals (
  customer_id       bigint not null,
  order_id          text not null,
  approval_id       bigint generated always as identity unique,
  storefront_id     bigint not null,
  -- What the buyer asked for, in AdCP's words, without where it wants to hear of it.
  submitted_payload jsonb not null,
  status            text not null default 'pending' check (status in ('pending', 'approved', 'rejected', 'revoked')),
  reviewed_by       bigint,
  reviewed_at       timestamptz,
  reviewer_notes    text,
  -- When its buyer heard that its sources had refused it: from then on none of them is asked again.
  refusal_told_at   timestamptz,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (customer_id, order_id),
  foreign key (customer_id, order_id) references orders
);
create index media_buy_approvals_queue on media_buy_approvals (customer_id, status, order_id desc);
call protect('media_buy_approvals');

-- The buyers whose orders are not held, whatever the acceptance policy says. A row is switched off, and never deleted.
create table buyer_auto_approvals (
  customer_id           bigint not null,
  buyer_customer_id     bigint not null,
  auto_approval_id      bigint generated always as identity unique,
  storefront_id         bigint not null,
  enabled               boolean not null,
  reason                text,
  -- Orders that would have been held without it.
  policy_bypass_count   integer not null default 0,
  last_policy_bypass_at timestamptz,
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  created_by            bigint,
  primary key (customer_id, buyer_customer_id),
  foreign key (customer_id, storefront_id) references storefronts
);
call protect('buyer_auto_approvals');
