-- Functions that run where the rows are. Run by the owner, before policies.sql.

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
create or replace function shelf_version(seller bigint) returns text volatile language sql as $$
  select gen_random_uuid()::text
$$;
