-- What a storefront makes of its sources' products. A version holds the whole list, and is never changed: it is activated, or not.
create table product_rule_versions (
  customer_id   bigint not null,
  version       integer not null check (version > 0),
  storefront_id bigint not null,
  rules         jsonb not null,
  notes         text,
  is_active     boolean not null default false,
  created_at    timestamptz not null,
  created_by    bigint,
  primary key (customer_id, version),
  foreign key (customer_id, storefront_id) references storefronts
);
create unique index product_rule_versions_active on product_rule_versions (customer_id) where is_active;
call protect('product_rule_versions');
