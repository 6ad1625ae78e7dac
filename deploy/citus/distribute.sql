-- Lays out the tables that are not laid out yet, with the rows that they have, on the coordinator and as the owner: all of a new installation, and
-- after a migration those that it has made. Keys from and to these tables are dropped before and added again: each would turn the table that it
-- leads to into one that stays on the coordinator.
create temporary table new_tables as
  select oid::regclass as new_table, relname as name, relforcerowsecurity as is_forced from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and oid not in (select logicalrelid from pg_dist_partition where partmethod = 'h' or repmodel = 't');
create temporary table kept_keys as
  select conrelid::regclass as holder, conname, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    and (conrelid in (select new_table from new_tables) or confrelid in (select new_table from new_tables));
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
  forced constant regclass[] := array(select new_table from new_tables where is_forced);
  counting regclass;
  -- What is copied was counted when it was written.
  counted constant regclass[] := array(
    select new_table from new_tables where exists (select from pg_trigger where tgrelid = new_table and not tgisinternal));
begin
  for kept in select * from kept_keys loop
    execute format('alter table %s drop constraint %I', kept.holder, kept.conname);
  end loop;
  foreach walled in array forced loop
    execute format('alter table %s no force row level security', walled);
  end loop;
  foreach counting in array counted loop
    execute format('alter table %s disable trigger user', counting);
  end loop;
  -- Counts of an earlier layout have numbers that its workers gave them, and those of this one begin anew.
  if 'list_counts'::regclass in (select new_table from new_tables) then
    update list_counts set count_id = default where count_id >= 1::bigint << 48;
  end if;
  for name in select new_tables.name from new_tables where new_tables.name = any (copied) order by array_position(copied, new_tables.name) loop
    perform create_reference_table(name);
  end loop;
  for name in
    select new_tables.name from new_tables where new_tables.name <> all (copied) and new_tables.name <> all (stays)
    order by new_tables.name <> 'campaigns', new_tables.name
  loop
    perform create_distributed_table(name, 'customer_id', colocate_with => case when name = 'campaigns' then 'none' else 'campaigns' end);
  end loop;
  foreach counting in array counted loop
    execute format('alter table %s enable trigger user', counting);
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
