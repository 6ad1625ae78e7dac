-- A version is asked for by number, as an id is: whatever whole number JSON can hold, it is found or it is missing.
alter table instruction_versions alter column version type bigint;
alter table product_rule_versions alter column version type bigint;

-- The ids that the contract wants as integers say when something was made, and nothing of how much was made since: the
-- microseconds since 2026, and three bits of a count that are sealed anew for every microsecond (decision 26). They are larger
-- than every id before, which stay as they are, and later ones are larger than earlier ones. They last until 2061.
create sequence id_numbers;
create table id_key (is_only boolean primary key default true check (is_only), key bytea not null);
insert into id_key (key) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- By the owner's right: the application makes ids, and has no need to see what seals them.
create function new_id() returns bigint volatile security definer set search_path = pg_catalog language sql as $$
  select (at << 3) | ((number & 7) # (get_byte(sha256(key || int8send(at)), 0) & 7))
  from (
    select key, nextval('public.id_numbers') as number,
      (extract(epoch from clock_timestamp()) * 1000000)::bigint - 1767225600000000 as at
    from public.id_key
  ) made
$$;

do $$
declare named record;
begin
  for named in
    select * from (values
      ('customers', 'customer_id'), ('users', 'user_id'), ('storefronts', 'storefront_id'),
      ('inventory_sources', 'inventory_source_id'), ('credentials', 'credential_id'), ('advertisers', 'advertiser_id'),
      ('join_links', 'join_link_id'), ('account_links', 'link_id'), ('catalogs', 'catalog_id'),
      ('signals', 'signal_number'), ('instruction_versions', 'version_id'), ('buyer_instructions', 'buyer_instruction_id'),
      ('house_discounts', 'house_discount_id'), ('media_buy_approvals', 'approval_id'),
      ('buyer_auto_approvals', 'auto_approval_id'), ('library_creatives', 'library_creative_id'),
      ('creative_reviews', 'review_id'), ('intelligence_runs', 'run_id'), ('storefront_links', 'link_id')
    ) as shown (table_name, column_name)
  loop
    execute format('alter table %I alter column %I drop identity, alter column %I set default new_id()',
      named.table_name, named.column_name, named.column_name);
  end loop;
end $$;
