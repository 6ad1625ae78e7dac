-- A catalog's feed is read by a dispatch, which tells its attempts apart by a fence.
alter table catalogs
  add column attempts integer not null default 0,
  add column fence integer not null default 0,
  add column lease_until timestamptz;
