-- The rows that a seller's shelf is made of, in one list for both versions: PostgreSQL plans what reads it as if the list were written there, where
-- a function in between had a plan of its own, and more to start and to end than to find (decision 158). Granted to nobody: the functions below read it by
-- the owner's right, and say no more than whether something changed.
create view shelf_rows as
  select customer_id as owner, 1 as part, false as learnt, ctid as place, xmin as written from customers
  union all select customer_id, 2, false, ctid, xmin from storefronts
  union all select customer_id, 3, false, ctid, xmin from inventory_sources
  union all select customer_id, 4, false, ctid, xmin from instruction_versions where is_active
  union all select customer_id, 5, false, ctid, xmin from buyer_instructions
  union all select customer_id, 6, false, ctid, xmin from house_discounts
  union all select customer_id, 7, false, ctid, xmin from product_rule_versions where is_active
  union all select customer_id, 8, true, ctid, xmin from analytics_storefronts
  union all select customer_id, 9, true, ctid, xmin from analytics_counts
  union all select customer_id, 10, false, ctid, xmin from rehearsed_tasks where state = 'next'
  union all select customer_id, 11, false, ctid, xmin from seeded_fixtures;
revoke all on shelf_rows from public;

-- As in 0201, from the list.
create or replace function shelf_versions(sellers bigint[]) returns table (seller bigint, version text) stable security definer rows 20
  set search_path = pg_catalog, public language plpgsql as $$ declare
  reach text := coalesce(current_setting('interchange.reach', true), '');
begin
  perform set_config('interchange.reach', 'installation', true);
  return query
    select owner, format('%s %s',
      md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place) filter (where not learnt)),
      md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place) filter (where learnt)))
    from shelf_rows where owner = any(sellers)
    group by owner;
  perform set_config('interchange.reach', reach, true);
end $$;

-- As in 0190, but all that decides a meeting is one list, read and sorted once.
create or replace function meeting_version(secret text, platform text, wall timestamptz) returns text stable security definer
  set search_path = pg_catalog, public language plpgsql as $$ begin
  if current_setting('interchange.reach', true) is distinct from 'installation' then
    return null;
  end if;
  return (
    select md5(concat_ws(' ', key.ctid, key.xmin, revoked_at is null and (expires_at is null or expires_at > wall), shop.storefront_id,
      (select string_agg(concat_ws(' ', part, place, written), ',' order by part, place) from (
        select part, place, written from shelf_rows where owner = shop.customer_id
        union all select 21, ctid, xmin from users where user_id = key.user_id
        union all select 22, ctid, xmin from members where user_id = key.user_id
        union all select 23, ctid, xmin from customers where customer_id = any(array[key.customer_id, key.acting_for])
        union all select 24, parent.ctid, parent.xmin from customers own join customers parent on parent.customer_id = own.parent_id
          where own.customer_id = any(array[key.customer_id, key.acting_for])
        union all select 25, ctid, xmin from sponsorships where customer_id = any(array[key.customer_id, key.acting_for])
        union all select 26, ctid, xmin from credentials
          where customer_id = any(array[key.customer_id, key.acting_for]) and storefront_id = shop.storefront_id
      ) decisive)))
    from api_keys key cross join storefronts shop
    where key.secret_hash = secret and shop.platform_id = platform);
end $$;
