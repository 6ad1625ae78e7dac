-- A channel that sends an advertiser's events, under the id its buyer gave it. One that is taken away is archived: what it
-- sent stays counted, and the same id brings it back.
create table event_sources (
  customer_id          bigint not null,
  advertiser_id        bigint not null,
  event_source_id      text not null,
  name                 text not null,
  -- Null for every type.
  event_types          text[],
  -- Bare domains; null for anywhere.
  allowed_domains      text[],
  integration_platform text,
  mapping              jsonb,
  test_event_code      text,
  -- What was seen of it, by the customer's clock.
  last_event_at        timestamptz,
  last_event_type      text,
  last_received_at     timestamptz,
  last_error           text,
  last_error_at        timestamptz,
  archived_at          timestamptz,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  primary key (customer_id, advertiser_id, event_source_id),
  foreign key (customer_id, advertiser_id) references advertisers
);
call protect('event_sources');

-- Every event as it was logged, for as long as events are kept. It points at its source by id alone: ten thousand come in
-- one statement, and sources are never deleted.
create table logged_events (
  customer_id       bigint not null,
  advertiser_id     bigint not null,
  event_source_id   text not null,
  event_type        text not null,
  event_id          text not null,
  -- Empty for what counts; a test keeps to its own code, and takes the id of nothing real.
  test_event_code   text not null default '',
  event_time        timestamptz not null,
  action_source     text,
  event_source_url  text,
  custom_event_name text,
  user_match        jsonb,
  custom_data       jsonb,
  -- By the wall: how long it is kept is counted from here.
  received_at       timestamptz not null,
  primary key (customer_id, advertiser_id, event_source_id, event_type, event_id, test_event_code)
);
-- Rows are laid down in the order they are received in, so that a summary of every stretch of the table finds the oldest.
create index logged_events_by_receipt on logged_events using brin (received_at) with (autosummarize = on);
call protect('logged_events');

-- How many events happened in each hour, tests left out: what is counted here stays when the events are deleted.
create table event_hours (
  customer_id     bigint not null,
  advertiser_id   bigint not null,
  hour            timestamptz not null,
  event_source_id text not null,
  event_type      text not null,
  event_count     bigint not null,
  primary key (customer_id, advertiser_id, hour, event_source_id, event_type),
  foreign key (customer_id, advertiser_id) references advertisers
);
call protect('event_hours');

-- Who is shown the advertising in an experiment, who is not, and who is only watched.
create table test_cohorts (
  customer_id    bigint not null,
  cohort_id      text not null,
  advertiser_id  bigint not null,
  name           text not null,
  description    text,
  cohort_type    text not null,
  role           text not null check (role in ('TREATMENT', 'CONTROL', 'OBSERVATION')),
  definition     jsonb not null,
  estimated_size bigint,
  is_active      boolean not null default true,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (customer_id, cohort_id),
  foreign key (customer_id, advertiser_id) references advertisers
);
create index test_cohorts_of_advertiser on test_cohorts (customer_id, advertiser_id, cohort_id desc);
call protect('test_cohorts');

-- How an advertiser's results are measured; one that never said has the defaults and no row.
create table measurement_configs (
  customer_id                    bigint not null,
  advertiser_id                  bigint not null,
  mmm_enabled                    boolean not null default false,
  mmm_config                     jsonb,
  incrementality_testing_enabled boolean not null default false,
  brand_lift_enabled             boolean not null default false,
  settings                       jsonb,
  created_at                     timestamptz not null,
  updated_at                     timestamptz not null,
  primary key (customer_id, advertiser_id),
  foreign key (customer_id, advertiser_id) references advertisers
);
call protect('measurement_configs');
