-- What a storefront's agent answered to a write, by the caller's key: a repetition is answered the same.
create table agent_answers (
  customer_id     bigint not null references customers,
  storefront_id   bigint not null,
  -- Who called, as orders name a buyer.
  principal       text not null,
  idempotency_key text not null,
  request_hash    text not null,
  -- As it was said, to the order of its fields.
  answer          json not null,
  expires_at      timestamptz not null,
  primary key (customer_id, storefront_id, principal, idempotency_key)
);
create index agent_answers_expired on agent_answers (expires_at);
call protect('agent_answers');

-- Accounts as callers declare them: a brand, who operates it, and whether it is for trials (AdCP, buyer-declared accounts).
create table agent_accounts (
  customer_id   bigint not null references customers,
  storefront_id bigint not null,
  principal     text not null,
  account_id    text not null,
  brand_domain  text not null,
  -- Empty where the domain alone names the brand.
  brand_id      text not null,
  operator      text not null,
  sandbox       boolean not null,
  billing       text,
  payment_terms text,
  status        text not null default 'active'
    check (status in ('active', 'pending_approval', 'rejected', 'payment_required', 'suspended', 'closed')),
  created_at    timestamptz not null,
  primary key (customer_id, storefront_id, principal, account_id)
);
create unique index agent_accounts_natural on agent_accounts
  (customer_id, storefront_id, principal, brand_domain, brand_id, operator, sandbox);
call protect('agent_accounts');

-- A caller lists its own, a page at a time.
create index orders_of_buyer on orders (customer_id, storefront_id, buyer_principal, order_id);
