-- One-time links that prove an e-mail address. Only a hash of the token is kept, and it opens once.
create table mail_links (
  customer_id bigint not null references customers,
  token_hash  text not null,
  user_id     bigint not null references users,
  purpose     text not null check (purpose in ('verify', 'sign_in', 'attach')),
  -- For what it was asked: the join link it came through.
  join_link_id bigint,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (customer_id, token_hash)
);
create unique index mail_links_token on mail_links (token_hash);
create index mail_links_expiry on mail_links (expires_at);
call protect('mail_links');

-- A browser that a person signed in with, by a link from their mail: there are no passwords.
create table sessions (
  customer_id  bigint not null references customers,
  session_hash text not null,
  user_id      bigint not null references users,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  primary key (customer_id, session_hash)
);
create unique index sessions_hash on sessions (session_hash);
create index sessions_expiry on sessions (expires_at);
call protect('sessions');

alter table users add column email_verified_at timestamptz;
