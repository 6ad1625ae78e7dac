-- A search for products whose slow sources are asked on after its caller was answered: a task of the protocol.
create table product_searches (
  customer_id   bigint not null references customers,
  task_id       text not null,
  storefront_id bigint not null,
  -- Whose it is, as orders name a buyer.
  principal     text not null,
  -- Of what was asked: whoever asks the same again while it is open is given the same task.
  fingerprint   text not null,
  -- The account it was asked for; null where it named nobody.
  account       json,
  request       json not null,
  status        text not null check (status in ('open', 'done', 'failed')),
  -- What whoever asks after the task is told; null while it is open.
  result        json check ((result is null) = (status = 'open')),
  attempts      integer not null,
  fence         integer not null,
  lease_until   timestamptz,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (customer_id, task_id)
);
create unique index product_searches_open on product_searches (customer_id, storefront_id, principal, fingerprint)
  where status = 'open';
create index product_searches_ended on product_searches (updated_at) where status <> 'open';
call protect('product_searches');
