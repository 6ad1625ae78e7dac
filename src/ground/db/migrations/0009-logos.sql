-- A storefront's logo as it was last fetched from where its seller keeps it. Without a type there was no picture there.
create table storefront_logos (
  customer_id   bigint not null references customers,
  storefront_id bigint not null,
  source_url    text not null,
  content_type  text,
  bytes         bytea,
  -- By this it is asked for: whoever can name a picture has seen it.
  digest        text,
  fetched_at    timestamptz not null,
  primary key (customer_id, storefront_id),
  foreign key (customer_id, storefront_id) references storefronts,
  check ((content_type is null) = (bytes is null) and (bytes is null) = (digest is null))
);
create index storefront_logos_digest on storefront_logos (digest);
call protect('storefront_logos');
