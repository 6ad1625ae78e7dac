-- A creative may be suspended for the time being: it was approved, and may be again (AdCP 3.1, creative-status).
alter table library_creatives drop constraint library_creatives_standing_check;
alter table library_creatives add constraint library_creatives_standing_check check (
  standing in ('pending_review', 'approved', 'suspended', 'rejected', 'archived'));
-- When and why one was purged, and how it stood before: its content is gone, and its buyer is told so for a while.
alter table library_creatives add column purged json check (purged is null or standing = 'archived');

-- The creative that a notification is about.
alter table task_callbacks add column creative_id text;
create index task_callbacks_of_creative on task_callbacks (customer_id, storefront_id, principal, creative_id, created_at)
  where creative_id is not null;

-- Each attempt to notify somebody of a creative: what its buyer can look up where notifications do not arrive.
create table callback_attempts (
  customer_id      bigint not null,
  event_id         text not null,
  attempt          integer not null,
  fired_at         timestamptz not null,
  completed_at     timestamptz not null,
  -- Null where nobody answered, and then why.
  response_status  integer,
  error            text,
  primary key (customer_id, event_id, attempt),
  foreign key (customer_id, event_id) references task_callbacks on delete cascade
);
call protect('callback_attempts');
