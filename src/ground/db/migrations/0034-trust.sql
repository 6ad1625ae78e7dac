-- What this installation is, written at its first start and compared with at every other: a market or a sandbox, and whose
-- secrets these are. The fingerprint says nothing of the key.
create table installation_identity (
  only_one          boolean primary key default true check (only_one),
  kind              text not null check (kind in ('market', 'sandbox')),
  vault_fingerprint text not null,
  created_at        timestamptz not null
);
alter table installation_identity enable row level security;
alter table installation_identity force row level security;
create policy installation on installation_identity using ((select viewer_reach()) = 'installation');
grant select, insert on installation_identity to interchange_app;

-- By which key it was done; null for what was done without one, and before this migration.
alter table audit_log add column key_customer_id bigint;
alter table audit_log add column api_key_id text;

-- Entries up to plain_until were chained by a plain hash, which proves nothing to whoever can write here; every later one by
-- a keyed one. The head is signed, so that a log cannot be cut short; null where it never was.
alter table audit_heads add column plain_until bigint not null default 0;
alter table audit_heads add column mac text;
update audit_heads set plain_until = sequence;
