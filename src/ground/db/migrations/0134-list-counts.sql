-- How many rows of a list an organisation has in each status, as differences that are summed when somebody asks (decision 73): each
-- writer adds a row of its own, so that nobody waits for anybody. From time to time the rows of a list are folded into one for each status.
create table list_counts (
  customer_id bigint not null,
  list        text not null,
  status      text not null,
  count_id    bigint generated always as identity,
  number      bigint not null,
  primary key (customer_id, list, status, count_id)
);
call protect('list_counts');

-- Once a statement, whoever wrote it, in its transaction.
create function count_rows() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' then
    insert into list_counts (customer_id, list, status, number)
    select customer_id, tg_table_name, status, count(*) from arrived group by customer_id, status;
  elsif tg_op = 'DELETE' then
    insert into list_counts (customer_id, list, status, number)
    select customer_id, tg_table_name, status, -count(*) from gone group by customer_id, status;
  else
    insert into list_counts (customer_id, list, status, number)
    select customer_id, tg_table_name, status, sum(number) from (
      select customer_id, status, 1 as number from arrived union all select customer_id, status, -1 from gone) moved
    group by customer_id, status having sum(number) <> 0;
  end if;
  return null;
end $$;

do $$
declare listed text;
begin
  -- An owner that is no superuser sees the rows that are there by the reach of the installation alone.
  perform set_config('interchange.reach', 'installation', true);
  foreach listed in array array['campaigns', 'advertisers'] loop
    execute format('insert into list_counts (customer_id, list, status, number)
      select customer_id, %L, status, count(*) from %I group by customer_id, status', listed, listed);
    execute format('create trigger count_arrived after insert on %I
      referencing new table as arrived for each statement execute function count_rows()', listed);
    execute format('create trigger count_gone after delete on %I
      referencing old table as gone for each statement execute function count_rows()', listed);
    execute format('create trigger count_moved after update on %I
      referencing old table as gone new table as arrived for each statement execute function count_rows()', listed);
  end loop;
end $$;
