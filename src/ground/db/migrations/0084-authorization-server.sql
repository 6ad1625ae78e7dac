-- What the authorization server keeps between two requests: codes, refresh tokens, grants, interactions, clients. It belongs to
-- the installation. An id is a token as often as not, so its hash stands here, and what it stands for is sealed.
create table authorization_records (
  model       text not null,
  id_hash     text not null,
  sealed      text not null,
  -- Hashes, as far as the record can be found by them.
  grant_hash  text,
  uid_hash    text,
  code_hash   text,
  -- Of grants: whose they are, so that a client that nobody uses can be told from one that somebody does.
  client_hash text,
  created_at  timestamptz not null,
  -- Null for what stays until it is destroyed.
  expires_at  timestamptz,
  consumed_at timestamptz,
  primary key (model, id_hash)
);
create index authorization_records_grant on authorization_records (grant_hash) where grant_hash is not null;
create index authorization_records_uid on authorization_records (model, uid_hash) where uid_hash is not null;
create index authorization_records_code on authorization_records (model, code_hash) where code_hash is not null;
create index authorization_records_client on authorization_records (client_hash) where client_hash is not null;
create index authorization_records_expired on authorization_records (expires_at) where expires_at is not null;
alter table authorization_records enable row level security;
alter table authorization_records force row level security;
create policy installation on authorization_records using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on authorization_records to interchange_app;

-- The keys that access tokens are signed with: one a period, so that of several processes one makes it.
create table token_signing_keys (
  key_id      text primary key,
  -- The month it was made for: 2026-11.
  period      text not null unique,
  public_jwk  jsonb not null,
  sealed_jwk  text not null,
  created_at  timestamptz not null
);
alter table token_signing_keys enable row level security;
alter table token_signing_keys force row level security;
create policy installation on token_signing_keys using ((select viewer_reach()) = 'installation');
grant select, insert, delete on token_signing_keys to interchange_app;

-- The applications that people let act for them in an organisation, each by a consent of its own.
create table connected_applications (
  customer_id    bigint not null references customers,
  application_id text not null,
  user_id        bigint not null references users,
  -- Of the grant at the authorization server.
  grant_id       text not null,
  client_id      text not null,
  name           text not null,
  -- Where its answers go: a host, or the scheme of an application on somebody's machine.
  destination    text not null,
  resource       text not null,
  scopes         text[] not null,
  -- All by the wall.
  connected_at   timestamptz not null,
  last_used_at   timestamptz,
  ended_at       timestamptz,
  primary key (customer_id, application_id)
);
create unique index connected_applications_grant on connected_applications (grant_id);
create index connected_applications_listed on connected_applications (customer_id, connected_at desc, application_id desc)
  where ended_at is null;
call protect('connected_applications');
