-- Organisations that people ask for by themselves. Nothing else is made before the address is proved, and where an operator
-- approves, before that: so a request belongs to the installation.
create table sign_ups (
  sign_up_id    text primary key,
  -- Of the link that was mailed; null once it was opened.
  token_hash    text unique,
  email         text not null,
  person        text,
  company       text not null,
  kind          text not null check (kind in ('BUYER', 'SELLER')),
  language      text not null,
  terms_version text not null,
  state         text not null check (state in ('mailed', 'waiting', 'opened', 'refused')),
  reason        text,
  -- The organisation that came of it.
  customer_id   bigint unique references customers,
  -- All by the wall.
  requested_at  timestamptz not null,
  expires_at    timestamptz not null,
  decided_at    timestamptz
);
create index sign_ups_of_address on sign_ups (lower(email)) where state = 'mailed';
create index sign_ups_listed on sign_ups (state, requested_at desc, sign_up_id desc);
create index sign_ups_mailed on sign_ups (expires_at) where state = 'mailed';
alter table sign_ups enable row level security;
alter table sign_ups force row level security;
create policy installation on sign_ups using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on sign_ups to interchange_app;
