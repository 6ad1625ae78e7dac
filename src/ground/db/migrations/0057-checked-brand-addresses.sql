-- Addresses that a brand publishes are handed on only as a page may load them (`safeWebUrl`). What was kept before that was
-- checked, and may hold others, is forgotten and read again at once; every other brand stays as it is.
update brands
set brand = null, reason = 'it is read again, with its addresses checked', etag = null, read_at = null,
    misses = 0, fresh_until = looked_up_at
where exists (
  select from jsonb_path_query(brand, '$.** ? (@ like_regex "^https?:" flag "i")') as address, trim('"' from address::text) as text
  where text ~ '[^!-~]|[''"<>`\\]' or text ~* '^https?:/*[^/?#]*@' or length(text) > 2048);
