-- Which storefronts a buyer would like to buy from, and whatever else it has to say: its last word alone.
create table storefront_interests (
  customer_id    bigint primary key references customers,
  storefront_ids bigint[] not null default '{}',
  notes          text,
  submitted_by   text,
  submitted_at   timestamptz not null
);
create index storefront_interests_by_time on storefront_interests (submitted_at desc, customer_id);
call protect('storefront_interests');
