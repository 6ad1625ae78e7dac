-- Somebody who runs the installation acts for an organisation: with a reason, in the browser where it began, and for a limited
-- time. The row is the organisation's, so that it can see who did.
create table acting_grants (
  customer_id bigint not null references customers,
  grant_id    text not null,
  -- The operator's own organisation, and its person.
  operator_id bigint not null references customers,
  user_id     bigint not null references users,
  -- The organisation does not see that person's row.
  user_email  text not null,
  session_id  text not null,
  reason      text not null,
  may_write   boolean not null,
  -- All by the wall.
  started_at  timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  primary key (customer_id, grant_id)
);
create unique index acting_grants_id on acting_grants (grant_id);
create index acting_grants_of_session on acting_grants (session_id, customer_id) where ended_at is null;
call protect('acting_grants');

-- The grant that something was done under; null for what the organisation's own people and jobs did. The chain covers it.
alter table audit_log add column acting_grant_id text;
