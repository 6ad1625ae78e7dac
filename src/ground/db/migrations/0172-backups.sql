-- Backups that were taken of this installation, and whether anybody has tried to restore one. The installation's own, so it has no customer.
create table backups (
  -- The name of its folder, which says when it was taken.
  backup_name      text primary key,
  taken_at         timestamptz not null,
  verified_at      timestamptz not null,
  -- Null while it was never restored, into this database or for a trial.
  restore_tried_at timestamptz,
  size_bytes       bigint not null
);
create index backups_taken on backups (taken_at);
alter table backups enable row level security;
alter table backups force row level security;
create policy installation on backups using ((select viewer_reach()) = 'installation');
grant select on backups to interchange_app;
