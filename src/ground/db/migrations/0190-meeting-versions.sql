-- Everything that decides who the holder of an API key is and how they meet a storefront, its shelf included, as one word: two that are alike
-- are of the same rows (decisions 72 and 95). Null where there is no such key or storefront. It is read off the versions that PostgreSQL keeps of
-- the rows, as `shelf_version` is, and by the owner's right, because policies make the plan four times as large as what it does: so it
-- answers nobody but those who see the whole installation. An organisation is covered by its parent's terms. In PL/pgSQL, whose plans are kept.
create function meeting_version(secret text, platform text, wall timestamptz) returns text stable security definer
  set search_path = pg_catalog, public language plpgsql as $$ begin
  if current_setting('interchange.reach', true) is distinct from 'installation' then
    return null;
  end if;
  return (
    select md5(concat_ws(' ',
      key.ctid, key.xmin, revoked_at is null and (expires_at is null or expires_at > wall), holder.ctid, holder.xmin,
      (select string_agg(format('%s %s', ctid, xmin), ',' order by ctid) from members where user_id = key.user_id),
      '/', (select string_agg(format('%s %s %s %s', own.ctid, own.xmin, parent.ctid, parent.xmin), ',' order by own.ctid)
        from customers own left join customers parent on parent.customer_id = own.parent_id
        where own.customer_id = any(array[key.customer_id, key.acting_for])),
      '/', (select string_agg(format('%s %s', ctid, xmin), ',' order by ctid) from sponsorships
        where customer_id = any(array[key.customer_id, key.acting_for])),
      '/', (select string_agg(format('%s %s', ctid, xmin), ',' order by ctid) from credentials
        where customer_id = any(array[key.customer_id, key.acting_for]) and storefront_id = place.storefront_id),
      '/', place.storefront_id, shelf_version(place.customer_id)))
    from api_keys key join users holder on holder.user_id = key.user_id cross join storefronts place
    where key.secret_hash = secret and place.platform_id = platform);
end $$;
