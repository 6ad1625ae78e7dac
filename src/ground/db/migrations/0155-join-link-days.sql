-- How often the page of a join link was seen on a day (UTC), and how many began to sign up by it. Views are gathered in memory and
-- added by link and day, so that a flood writes one row a second. No reference to join_links: a row that is added here must
-- not wait for those who join, who hold the link.
create table join_link_days (
  customer_id  bigint not null references customers,
  join_link_id bigint not null,
  day          date not null,
  views        bigint not null default 0 check (views >= 0),
  started      bigint not null default 0 check (started >= 0),
  primary key (customer_id, join_link_id, day)
);
call protect('join_link_days');

do $$ begin
  -- An owner that is no superuser sees the rows that are there by the reach of the installation alone.
  perform set_config('interchange.reach', 'installation', true);
  insert into join_link_days (customer_id, join_link_id, day, started)
  select seller_customer_id, join_link_id, (created_at at time zone 'UTC')::date, count(*)
  from sponsorships group by 1, 2, 3;
end $$;
