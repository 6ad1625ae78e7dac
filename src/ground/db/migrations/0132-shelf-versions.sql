-- How often runs of a storefront were added up, or put down to purchases: what is learned of them holds as long as this does.
create table analytics_counts (
  customer_id   bigint not null,
  storefront_id bigint not null,
  counted       bigint not null,
  primary key (customer_id, storefront_id),
  foreign key (customer_id, storefront_id) references storefronts
);
call protect('analytics_counts');

-- What a storefront's shelf is made of, as one word: two that are alike are of one shelf (decision 72). Nobody writes it. It is read off the
-- versions that PostgreSQL keeps of the rows themselves, in the snapshot of whoever asks, so that no change of them can be
-- left out of it. A buyer may ask, and learns nothing but whether something changed: hence by the owner's right, and for every tenant.
-- In PL/pgSQL, whose plans are kept. The reach is set and put back by hand: a function may carry a parameter of ours only where a
-- superuser makes it. An error in between ends the transaction, and the reach with it.
create function shelf_version(seller bigint) returns text stable security definer
  set search_path = pg_catalog, public language plpgsql as $$ declare
  reach text := coalesce(current_setting('interchange.reach', true), '');
  version text;
begin
  perform set_config('interchange.reach', 'installation', true);
  version := (
    select md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place)) from (
      select 1 as part, ctid as place, xmin as written from customers where customer_id = seller
      union all select 2, ctid, xmin from storefronts where customer_id = seller
      union all select 3, ctid, xmin from inventory_sources where customer_id = seller
      union all select 4, ctid, xmin from instruction_versions where customer_id = seller and is_active
      union all select 5, ctid, xmin from buyer_instructions where customer_id = seller
      union all select 6, ctid, xmin from house_discounts where customer_id = seller
      union all select 7, ctid, xmin from product_rule_versions where customer_id = seller and is_active
      union all select 8, ctid, xmin from analytics_storefronts where customer_id = seller
      union all select 9, ctid, xmin from analytics_counts where customer_id = seller
      union all select 10, ctid, xmin from rehearsed_tasks where customer_id = seller and state = 'next'
      union all select 11, ctid, xmin from seeded_fixtures where customer_id = seller
    ) shelf);
  perform set_config('interchange.reach', reach, true);
  return version;
end $$;
