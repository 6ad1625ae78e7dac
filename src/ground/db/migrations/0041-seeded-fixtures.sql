-- What a caller in a sandbox has laid down for its trials (AdCP, comply_test_controller): products and prices under names of its
-- own, which a source's own product stands behind.
create table seeded_fixtures (
  customer_id   bigint not null references customers,
  storefront_id bigint not null,
  principal     text not null,
  kind          text not null check (kind in ('product', 'pricing_option', 'creative_format')),
  -- What it belongs to; empty where it stands alone.
  parent_id     text not null,
  fixture_id    text not null,
  fixture       json not null,
  created_at    timestamptz not null,
  primary key (customer_id, storefront_id, principal, kind, parent_id, fixture_id)
);
call protect('seeded_fixtures');
