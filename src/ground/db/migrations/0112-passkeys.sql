-- A passkey is its person's, whichever organisations they belong to.
create table passkeys (
  passkey_id    text primary key,
  user_id       bigint not null references users,
  -- Both base64url.
  credential_id text not null unique,
  public_key    text not null,
  -- How often it has signed, as far as its authenticator counts; one that does not stays at zero.
  counter       bigint not null,
  transports    text[] not null,
  -- What its person calls it.
  name          text not null,
  -- Whether it is copied between its person's devices.
  synced        boolean not null,
  -- Both by the wall.
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkeys_of_user on passkeys (user_id, created_at desc);
alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy installation on passkeys using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on passkeys to interchange_app;

-- Challenges that a passkey has answered: none is answered twice. They are made without a row, so that a page which nobody
-- answers leaves nothing behind.
create table answered_challenges (
  challenge_hash text primary key,
  expires_at     timestamptz not null
);
create index answered_challenges_expired on answered_challenges (expires_at);
alter table answered_challenges enable row level security;
alter table answered_challenges force row level security;
create policy installation on answered_challenges using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on answered_challenges to interchange_app;
