-- The versions of several sellers' shelves in one look, because a discovery compares those of all storefronts: eleven scans in all instead of
-- eleven for each. The words are the same as before: what is settled and what is learnt, read off the versions that PostgreSQL keeps of the rows.
create function shelf_versions(sellers bigint[]) returns table (seller bigint, version text) stable security definer rows 20
  set search_path = pg_catalog, public language plpgsql as $$ declare
  reach text := coalesce(current_setting('interchange.reach', true), '');
begin
  perform set_config('interchange.reach', 'installation', true);
  return query
    select shelf.owner, format('%s %s',
      md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place) filter (where not learnt)),
      md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place) filter (where learnt)))
    from (
      select customer_id as owner, 1 as part, false as learnt, ctid as place, xmin as written from customers where customer_id = any(sellers)
      union all select customer_id, 2, false, ctid, xmin from storefronts where customer_id = any(sellers)
      union all select customer_id, 3, false, ctid, xmin from inventory_sources where customer_id = any(sellers)
      union all select customer_id, 4, false, ctid, xmin from instruction_versions where customer_id = any(sellers) and is_active
      union all select customer_id, 5, false, ctid, xmin from buyer_instructions where customer_id = any(sellers)
      union all select customer_id, 6, false, ctid, xmin from house_discounts where customer_id = any(sellers)
      union all select customer_id, 7, false, ctid, xmin from product_rule_versions where customer_id = any(sellers) and is_active
      union all select customer_id, 8, true, ctid, xmin from analytics_storefronts where customer_id = any(sellers)
      union all select customer_id, 9, true, ctid, xmin from analytics_counts where customer_id = any(sellers)
      union all select customer_id, 10, false, ctid, xmin from rehearsed_tasks where customer_id = any(sellers) and state = 'next'
      union all select customer_id, 11, false, ctid, xmin from seeded_fixtures where customer_id = any(sellers)
    ) shelf
    group by shelf.owner;
  perform set_config('interchange.reach', reach, true);
end $$;

-- What a version covers is listed once. `meeting_version` compares the shelf of one seller.
create or replace function shelf_version(seller bigint) returns text stable security definer
  set search_path = pg_catalog, public language sql as $$
  select version from shelf_versions(array[seller])
$$;
