-- The wall says what it said, in words that the planner does not count with. Of `customer_id = … or …` it took a second time what every
-- statement says of its organisation already, so that of twenty thousand rows it expected a hundred, and sorted them all for a page of
-- twenty. Of a `case` it supposes that half of the rows remain.
create or replace procedure protect(tenant_table regclass) language plpgsql as $$ begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy tenant on %s using (case when (select viewer_reach()) = ''installation'' then true else customer_id = (select viewer_customer()) end)', tenant_table);
  execute format('grant select, insert, update, delete on %s to interchange_app', tenant_table);
end $$;

do $$
declare
  wall record;
begin
  for wall in
    select polrelid::regclass as walled from pg_policy join pg_class on pg_class.oid = polrelid
    where polname = 'tenant' and relnamespace = 'public'::regnamespace
      and pg_get_expr(polqual, polrelid) = '((customer_id = ( SELECT viewer_customer() AS viewer_customer)) OR (( SELECT viewer_reach() AS viewer_reach) = ''installation''::text))'
  loop
    execute format('alter policy tenant on %s using (case when (select viewer_reach()) = ''installation'' then true else customer_id = (select viewer_customer()) end)', wall.walled);
  end loop;
end $$;
