-- The product groups of a session as JSON, compressed with Zstandard by the server, so that PostgreSQL neither checks nor compresses them while the
-- buyer waits. `product_groups` is what sessions have that were stored before.
alter table discoveries
  add column product_groups_zstd bytea,
  alter column product_groups_zstd set storage external;
