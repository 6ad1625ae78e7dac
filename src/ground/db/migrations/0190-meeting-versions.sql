-- Everything that decides who the holder of an API key is and how they meet a storefront, its shelf included, as one word: two that are alike
-- are of the same rows (decisions 72 and 95). It is read off the versions that PostgreSQL keeps of the rows, as `shelf_version` is, and
-- by the rights of whoever asks. An organisation is covered by its parent's terms. In PL/pgSQL, whose plans are kept.
create function meeting_version(secret text, platform text, wall timestamptz) returns text stable
  set search_path = pg_catalog, public language plpgsql as $$ begin
  return (
    with key as materialized (
      select ctid, xmin, customer_id, user_id, acting_for, revoked_at is null and (expires_at is null or expires_at > wall) as opens
      from api_keys where secret_hash = secret
    ), organisation as materialized (
      select ctid, xmin, customer_id, parent_id from customers
      where customer_id in (select customer_id from key union all select acting_for from key)
    ), storefront as materialized (
      select customer_id, storefront_id from storefronts where platform_id = platform
    )
    select md5(string_agg(format('%s %s %s', part, place, written), ',' order by part, place, written)) from (
      select 1 as part, ctid::text as place, format('%s %s', xmin, opens) as written from key
      union all select 2, ctid::text, xmin::text from users where user_id in (select user_id from key)
      union all select 3, ctid::text, xmin::text from members where user_id in (select user_id from key)
      union all select 4, ctid::text, xmin::text from organisation
      union all select 5, ctid::text, xmin::text from customers where customer_id in (select parent_id from organisation)
      union all select 6, ctid::text, xmin::text from sponsorships where customer_id in (select customer_id from organisation)
      union all select 7, c.ctid::text, c.xmin::text from credentials c join storefront using (storefront_id)
        where c.customer_id in (select customer_id from organisation)
      union all select 8, storefront_id::text, shelf_version(customer_id) from storefront
    ) met);
end $$;
