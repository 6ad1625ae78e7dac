-- A session is its person's, in whichever of their organisations they act; the one it was opened for is where it begins.
-- Sessions of before are told apart by nothing: whoever has one signs in again.
set local interchange.reach = 'installation';
delete from sessions;
alter table sessions add column session_id text not null;
-- By the wall, and a few minutes behind: a session that nobody uses ends.
alter table sessions add column last_seen_at timestamptz not null;
-- How its person showed who they are.
alter table sessions add column method text not null check (method in ('mail_link', 'set_up', 'provider', 'passkey'));
-- As the browser called itself, so that its person recognises it.
alter table sessions add column user_agent text;
create unique index sessions_id on sessions (session_id);
create index sessions_of_user on sessions (user_id, created_at desc);

-- The session that it was done by; null for what was done by a key or a job.
alter table audit_log add column session_id text;

-- How the first operator of an installation comes in: printed where the server was started, and opened once. There is no
-- organisation yet that it could belong to.
create table set_up_links (
  token_hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
alter table set_up_links enable row level security;
alter table set_up_links force row level security;
create policy installation on set_up_links using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on set_up_links to interchange_app;
