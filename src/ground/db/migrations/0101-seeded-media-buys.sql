-- A caller may lay down a media buy as well: what was bought for it goes by the names that it gave, for it alone.
alter table seeded_fixtures drop constraint seeded_fixtures_kind_check;
alter table seeded_fixtures add constraint seeded_fixtures_kind_check
  check (kind in ('product', 'pricing_option', 'creative_format', 'media_buy'));
