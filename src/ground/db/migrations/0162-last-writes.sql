-- After which position of the log each organisation has last written, where a replica answers lists and several processes serve: each
-- can tell whether the replica has what was written through another. It is of no use after a crash, when the replica has caught up.
create unlogged table last_writes (
  customer_id bigint  primary key,
  position    numeric not null
);
call protect('last_writes');
