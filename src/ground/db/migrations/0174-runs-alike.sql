-- Agents ask a storefront the same all day, and get the same answer for as long as nothing behind it changes. Such a run is a small row that
-- names the first of its week that was like it: what it was composed from, and what it showed, are written down once (decision 89).
alter table intelligence_runs
  alter column record drop not null,
  add column like_run_id bigint,
  -- How long it took; of a run that has a record of its own, the record says so.
  add column duration_ms integer,
  add constraint intelligence_runs_like check ((record is null) = (like_run_id is not null));

-- Runs are forgotten by the week of their ids (migration 0163): two of one number are forgotten together. The first is a Monday of UTC.
create function week_of_run(run_id bigint) returns bigint immutable language sql as $$
  select ((run_id >> 3) + 259200000000) / 604800000000
$$;
