-- What is only ever added to and forgotten by age lies in partitions by time: a stretch that is old enough is dropped, which costs
-- the same however many rows it had, and what is read of late is as small as ever (decision 83). Ids that say when they were made
-- divide their tables as well as a time does, so their keys stay as they are.

-- The key before which everything was made before a moment.
create function partition_bound(parent text, at timestamptz) returns text stable language sql as $$
  select case parent
    when 'delivery_reports' then at::text
    -- See new_id() in migration 0032.
    when 'intelligence_runs' then (greatest((extract(epoch from at) * 1000000)::bigint - 1767225600000000, 0) << 3)::text
    -- A UUIDv7 begins with its milliseconds.
    when 'request_log' then 'req_' || lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
  end
$$;

create function partition_unit(parent text) returns text immutable language sql as $$
  select case parent when 'delivery_reports' then 'week' when 'intelligence_runs' then 'week' when 'request_log' then 'day' end
$$;

-- Where a row's age is read that lies outside the partitions of its time.
create function partition_age(parent text) returns text immutable language sql as $$
  select case parent when 'delivery_reports' then 'received_at' when 'intelligence_runs' then 'created_at' when 'request_log' then 'at' end
$$;

-- Drops the partitions of a table that ended before a moment, and makes those of the time that comes. By the owner's right, for whoever
-- reaches all tenants. Waits for nobody: what is in use now is done the next time.
create function keep_partitions(parent text, before timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '200ms' set timezone = 'UTC' as $$
declare
  unit text := partition_unit(parent);
  ahead constant int := case unit when 'week' then 8 else 30 end;
  step constant interval := ('1 ' || unit)::interval;
  old record;
  start timestamptz;
  name text;
begin
  if unit is null or viewer_reach() is distinct from 'installation' then
    raise exception 'no partitions to keep of %', parent using errcode = 'insufficient_privilege';
  end if;
  for old in
    select child.relname as name,
           to_date(substring(child.relname from '_(\d{8})$'), 'YYYYMMDD')::timestamptz
             + case when child.relname like '%\_before\_%' then '0'::interval else step end as until
    from pg_inherits join pg_class child on child.oid = inhrelid where inhparent = format('public.%I', parent)::regclass
  loop
    begin
      if old.until <= before then
        execute format('drop table public.%I', old.name);
      elsif old.until is null or old.name like '%\_before\_%' then
        execute format('delete from public.%1$I where ctid = any(array(select ctid from public.%1$I where %2$I < %3$L limit 50000))',
          old.name, partition_age(parent), before);
      end if;
    exception when lock_not_available then null;
    end;
  end loop;
  for place in 0..ahead loop
    start := date_trunc(unit, now()) + place * step;
    name := parent || '_' || to_char(start, 'YYYYMMDD');
    continue when to_regclass(format('public.%I', name)) is not null or exists (
      select from pg_inherits join pg_class child on child.oid = inhrelid
      where inhparent = format('public.%I', parent)::regclass
        and to_date(substring(child.relname from '_before_(\d{8})$'), 'YYYYMMDD')::timestamptz > start);
    begin
      execute format('create table public.%I (like public.%I including all)', name, parent);
      call protect(format('public.%I', name)::regclass);
      execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
        parent, name, partition_bound(parent, start), partition_bound(parent, start + step));
    -- Rows of its time lie elsewhere already, because nothing was kept for weeks: the next one is made in time.
    exception when lock_not_available or check_violation then null;
    end;
  end loop;
end $$;
revoke execute on function keep_partitions from public;
grant execute on function keep_partitions to interchange_app;

alter table delivery_reports
  drop constraint delivery_reports_pkey,
  alter column report_id drop identity,
  alter column report_id set default new_id(),
  add primary key (customer_id, media_buy_id, day, package_id, report_id, received_at);

-- A table that is there becomes the partition of all that was before, without a copy of its rows. One without rows is made anew.
do $$
declare
  divided record;
  old record;
  bound timestamptz;
  before text;
  is_empty boolean;
begin
  -- An owner that is no superuser sees the rows that are there by the reach of the installation alone.
  perform set_config('interchange.reach', 'installation', true);
  perform set_config('timezone', 'UTC', true);
  for divided in
    select * from (values ('delivery_reports', 'received_at'), ('intelligence_runs', 'run_id'), ('request_log', 'request_id'))
      as known (parent, key)
  loop
    bound := date_trunc(partition_unit(divided.parent), now()) + ('1 ' || partition_unit(divided.parent))::interval;
    before := divided.parent || '_before_' || to_char(bound, 'YYYYMMDD');
    for old in
      select indexrelid::regclass::text as index_name from pg_index where indrelid = divided.parent::regclass
    loop
      execute format('alter index %I rename to %I', old.index_name, replace(old.index_name, divided.parent, divided.parent || '_before'));
    end loop;
    execute format('alter table %I rename to %I', divided.parent, before);
    execute format('create table %I (like %I including all) partition by range (%I)', divided.parent, before, divided.key);
    for old in
      select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = before::regclass and contype = 'f'
    loop
      execute format('alter table %I add %s', divided.parent, old.definition);
    end loop;
    call protect(divided.parent::regclass);
    execute format('create table %1$I partition of %2$I default', divided.parent || '_default', divided.parent);
    call protect((divided.parent || '_default')::regclass);
    execute format('select not exists (select from %I)', before) into is_empty;
    if is_empty then
      execute format('drop table %I', before);
    else
      execute format('with later as (delete from %1$I where %2$I >= %3$L returning *) insert into %4$I select * from later',
        before, divided.key, partition_bound(divided.parent, bound), divided.parent);
      execute format('alter table %I attach partition %I for values from (minvalue) to (%L)',
        divided.parent, before, partition_bound(divided.parent, bound));
    end if;
    perform keep_partitions(divided.parent, '-infinity');
  end loop;
end $$;
