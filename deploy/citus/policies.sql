-- The walls without subqueries, which policies of distributed tables may not hold. They say the same; on one server they cost a little more,
-- because a function is called for each row where a subquery is asked once. Run by the owner.
create or replace function sees_user(asked bigint) returns boolean stable language sql as $$
  select exists (select from members where members.user_id = asked and members.customer_id = viewer_customer())
$$;
create or replace function sponsors_customer(asked bigint) returns boolean stable language sql as $$
  select exists (select from sponsorships where sponsorships.customer_id = asked and sponsorships.seller_customer_id = viewer_customer())
$$;
create or replace function founds_customer(asked bigint) returns boolean stable language sql as $$
  select exists (select from customers where customers.customer_id = asked and customers.parent_id = viewer_customer())
$$;
create or replace function trades_with_storefront(asked bigint) returns boolean stable language sql as $$
  select exists (
    select from storefront_links where customer_id = viewer_customer() and seller_storefront_id = asked
    union all
    select from storefront_links where seller_customer_id = viewer_customer() and storefront_id = asked)
$$;

alter policy colleague on users using (viewer_reach() = 'installation' or sees_user(user_id));
alter policy sponsor on customers using (sponsors_customer(customer_id));
alter policy founding on members with check (founds_customer(customer_id));
alter policy trading_partner on storefronts using (trades_with_storefront(storefront_id));

-- Of all others, what asks who the transaction is for.
do $$
declare
  wall record;
  asks constant text := '\( SELECT (viewer_\w+\(\)) AS \w+\)';
begin
  for wall in
    select polname, polrelid::regclass as walled, pg_get_expr(polqual, polrelid) as sees, pg_get_expr(polwithcheck, polrelid) as writes
    from pg_policy where polrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  loop
    if wall.sees ~ '^CASE' then
      -- Citus takes no function in a `case`.
      execute format('alter policy %I on %s using (customer_id = viewer_customer() or viewer_reach() = ''installation'')', wall.polname, wall.walled);
    elsif wall.sees ~ asks then
      execute format('alter policy %I on %s using (%s)', wall.polname, wall.walled, regexp_replace(wall.sees, asks, '\1', 'g'));
    end if;
    if wall.writes ~ asks then
      execute format('alter policy %I on %s with check (%s)', wall.polname, wall.walled, regexp_replace(wall.writes, asks, '\1', 'g'));
    end if;
  end loop;
end $$;

-- Tables and partitions that come later.
create or replace procedure protect(tenant_table regclass) language plpgsql as $$ begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy tenant on %s using (customer_id = viewer_customer() or viewer_reach() = ''installation'')', tenant_table);
  execute format('grant select, insert, update, delete on %s to interchange_app', tenant_table);
end $$;
