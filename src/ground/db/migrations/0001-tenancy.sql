-- The application never connects as an owner: it takes this role, which owns nothing and is bound by every policy below.
do $$ begin
  if not exists (select from pg_roles where rolname = 'interchange_app') then create role interchange_app nologin; end if;
  execute format('grant interchange_app to %I', current_user);
exception when duplicate_object then null; -- another database of this cluster made the role at the same moment
end $$;
grant usage on schema public to interchange_app;

-- Who a transaction is for. Both are set at its beginning (see db/database.ts) and end with it.
create function viewer_customer() returns bigint stable parallel safe language sql as
  $$ select nullif(current_setting('interchange.customer_id', true), '')::bigint $$;
create function viewer_storefront() returns bigint stable parallel safe language sql as
  $$ select nullif(current_setting('interchange.storefront_id', true), '')::bigint $$;
-- tenant: own rows. doorstep: also who sponsors the buyer. market: also what sellers show to buyers. installation: every
-- row; only functions whose name says so.
create function viewer_reach() returns text stable parallel safe language sql as
  $$ select coalesce(nullif(current_setting('interchange.reach', true), ''), 'tenant') $$;

-- Puts a table behind the tenant wall: its rows are seen and written by their customer alone.
create procedure protect(tenant_table regclass) language plpgsql as $$ begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy tenant on %s using (customer_id = (select viewer_customer()) or (select viewer_reach()) = ''installation'')', tenant_table);
  execute format('grant select, insert, update, delete on %s to interchange_app', tenant_table);
end $$;
