-- What an organisation asked for of all that it has here, as one file. The file itself is a blob.
create table organisation_archives (
  customer_id bigint not null references customers,
  archive_id  text not null,
  state       text not null check (state in ('PREPARING', 'READY', 'FAILED', 'EXPIRED')),
  asked_by    bigint references users (user_id),
  -- All by the wall.
  asked_at    timestamptz not null,
  ready_at    timestamptz,
  -- Until when the file is kept; while it is prepared, when that is given up.
  expires_at  timestamptz not null,
  bytes       bigint,
  sha256      text,
  primary key (customer_id, archive_id)
);
-- One at a time: each reads all that an organisation has.
create unique index organisation_archives_under_way on organisation_archives (customer_id) where state = 'PREPARING';
create index organisation_archives_to_expire on organisation_archives (expires_at) where state in ('PREPARING', 'READY');
call protect('organisation_archives');
