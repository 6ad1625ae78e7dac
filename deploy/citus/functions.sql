-- Functions that run where the rows are. Run by the owner, before policies.sql, and again after each migration.

-- Each shard of a list has its own trigger, and the shard's number ends its name. What has changed is read by itself, since a distributed
-- statement cannot read it.
create or replace function count_rows() returns trigger language plpgsql as $$
declare
  listed constant text := regexp_replace(tg_table_name, '_\d+$', '');
  moved record;
begin
  if tg_op = 'INSERT' then
    for moved in select customer_id, status, count(*) as number from arrived group by customer_id, status loop
      insert into list_counts (customer_id, list, status, number)
      values (moved.customer_id, listed, moved.status, moved.number);
    end loop;
  elsif tg_op = 'DELETE' then
    for moved in select customer_id, status, -count(*) as number from gone group by customer_id, status loop
      insert into list_counts (customer_id, list, status, number)
      values (moved.customer_id, listed, moved.status, moved.number);
    end loop;
  else
    for moved in
      select customer_id, status, sum(one) as number from (
        select customer_id, status, 1 as one from arrived union all select customer_id, status, -1 from gone) changed
      group by customer_id, status having sum(one) <> 0
    loop
      insert into list_counts (customer_id, list, status, number)
      values (moved.customer_id, listed, moved.status, moved.number);
    end loop;
  end if;
  return null;
end $$;

-- The rows of a shelf have no common version across servers: it is another one each time, so nothing is remembered by it.
create or replace function shelf_versions(sellers bigint[]) returns table (seller bigint, version text) volatile language sql as $$
  select known, gen_random_uuid()::text from unnest(sellers) known
$$;

-- Nor have the rows by which a caller meets a storefront.
create or replace function meeting_version(secret text, platform text, wall timestamptz) returns text volatile language sql as $$
  select gen_random_uuid()::text
$$;

-- Partitions are kept by the owner's own session (partitions.sql): a function of the owner's in a transaction of the application would leave
-- prepared transactions that only the owner may end. Rows of no partition's time are deleted by their age, since nothing but their keys
-- tells one from another on every server.
do $$
declare
  kept constant text := pg_get_functiondef('keep_partitions'::regproc);
  here constant text := 'where ctid = any(array(select ctid from public.%1$I where %2$I < %3$L limit 50000))';
begin
  -- Empty since the last time, unless a migration has written it anew.
  if (select prosrc = '' from pg_proc where oid = 'keep_partitions'::regproc) then
    return;
  end if;
  if strpos(kept, here) = 0 then
    raise exception 'keep_partitions has changed: say here how it deletes what lies outside its partitions';
  end if;
  execute replace(replace(kept, here, 'where %2$I < %3$L'), 'keep_partitions', 'keep_partitions_of_servers');
end $$;
revoke execute on function keep_partitions_of_servers from public;
create or replace function keep_partitions(parent text, before timestamptz) returns void language sql as '';
