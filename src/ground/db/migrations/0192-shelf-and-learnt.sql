-- A version of two words: what a seller has settled, and what is learnt of its runs. A purchase counts its run anew and changes the second
-- alone, so that what is settled need not be read again for it. Two versions are alike if both words are; otherwise as before.
create or replace function shelf_version(seller bigint) returns text stable security definer
  set search_path = pg_catalog, public language plpgsql as $$ declare
  reach text := coalesce(current_setting('interchange.reach', true), '');
  version text;
begin
  perform set_config('interchange.reach', 'installation', true);
  version := (
    select format('%s %s',
      md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place) filter (where not learnt)),
      md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place) filter (where learnt)))
    from (
      select 1 as part, false as learnt, ctid as place, xmin as written from customers where customer_id = seller
      union all select 2, false, ctid, xmin from storefronts where customer_id = seller
      union all select 3, false, ctid, xmin from inventory_sources where customer_id = seller
      union all select 4, false, ctid, xmin from instruction_versions where customer_id = seller and is_active
      union all select 5, false, ctid, xmin from buyer_instructions where customer_id = seller
      union all select 6, false, ctid, xmin from house_discounts where customer_id = seller
      union all select 7, false, ctid, xmin from product_rule_versions where customer_id = seller and is_active
      union all select 8, true, ctid, xmin from analytics_storefronts where customer_id = seller
      union all select 9, true, ctid, xmin from analytics_counts where customer_id = seller
      union all select 10, false, ctid, xmin from rehearsed_tasks where customer_id = seller and state = 'next'
      union all select 11, false, ctid, xmin from seeded_fixtures where customer_id = seller
    ) shelf);
  perform set_config('interchange.reach', reach, true);
  return version;
end $$;
