-- Lays out the tables of a new installation, without rows, on the coordinator and as the owner. Keys to other tables are dropped before and added
-- again: each would turn the table that it leads to into one that stays on the coordinator.
create temporary table kept_keys as
  select conrelid::regclass as holder, conname, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0;
do $$
declare
  kept record;
  -- reference
  copied constant text[] := array[
    'customers', 'users', 'members', 'api_keys', 'sessions', 'mail_links', 'invitations', 'storefronts', 'inventory_sources',
    'source_secrets', 'source_compliance', 'storefront_links', 'storefront_logos', 'storefront_publishers', 'join_links',
    'join_requests', 'sponsorships', 'oauth_clients', 'caller_keys', 'brands', 'agent_directory', 'acting_grants', 'sign_ups',
    'set_up_links', 'passkeys', 'answered_challenges', 'authorization_records', 'token_signing_keys', 'provider_applications',
    'backups', 'installation_identity'];
  -- local
  stays constant text[] := array['rate_limits', 'migrations', 'id_key', 'provider_limits', 'last_writes'];
  name text;
  walled regclass;
  -- Rows are copied to where they go, which the owner may not do from behind the walls.
  forced constant regclass[] := array(
    select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity);
begin
  for kept in select * from kept_keys loop
    execute format('alter table %s drop constraint %I', kept.holder, kept.conname);
  end loop;
  foreach walled in array forced loop
    execute format('alter table %s no force row level security', walled);
  end loop;
  foreach name in array copied loop
    perform create_reference_table(name);
  end loop;
  for name in
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> all (copied) and relname <> all (stays) order by relname <> 'campaigns', relname
  loop
    perform create_distributed_table(name, 'customer_id', colocate_with => case when name = 'campaigns' then 'none' else 'campaigns' end);
  end loop;
  foreach walled in array forced loop
    execute format('alter table %s force row level security', walled);
  end loop;
  for kept in select * from kept_keys loop
    begin
      execute format('alter table %s add constraint %I %s', kept.holder, kept.conname, kept.definition);
    exception when feature_not_supported or invalid_foreign_key then
      raise notice '% of % is not held by several servers', kept.conname, kept.holder;
    end;
  end loop;
end $$;
