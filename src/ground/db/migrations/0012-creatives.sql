-- What a campaign shows. A creative that is deleted keeps its rows, so that what ran can still be told; nobody sees it again.
create table creatives (
  customer_id          bigint not null,
  creative_id          text not null,
  campaign_id          text not null,
  name                 text not null,
  message              text,
  template_id          text,
  -- How the template was found; null where the buyer named it.
  template_found_by    text check (template_found_by in ('tag_hints', 'html_analysis', 'file_analysis', 'none')),
  format_id            jsonb,
  format_kind          text,
  -- Whether the buyer named the format, or it was found among those of the campaign's products.
  format_given         boolean not null default false,
  format_option_ref    jsonb,
  target_format_ids    jsonb not null default '[]',
  industry_identifiers jsonb not null default '[]',
  cards                jsonb not null default '[]',
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  deleted_at           timestamptz,
  primary key (customer_id, creative_id),
  foreign key (customer_id, campaign_id) references campaigns
);
create unique index creatives_by_name on creatives (customer_id, campaign_id, name) where deleted_at is null;
create index creatives_of_campaign on creatives (customer_id, campaign_id, created_at desc, creative_id desc) where deleted_at is null;
call protect('creatives');

create table creative_assets (
  customer_id       bigint not null,
  asset_id          text not null,
  creative_id       text not null,
  position          integer not null,
  -- Its key in the manifest, and whether that is the buyer's choice.
  slot              text not null,
  slot_given        boolean not null,
  name              text not null,
  original_filename text not null,
  asset_type        text not null,
  content_type      text not null,
  file_size         bigint not null,
  is_primary        boolean not null,
  -- Where what it holds is: a file in the blob store, text in this row, a link, or a webhook.
  content           jsonb not null,
  text              text,
  measures          jsonb not null,
  created_at        timestamptz not null,
  deleted_at        timestamptz,
  primary key (customer_id, asset_id),
  foreign key (customer_id, creative_id) references creatives
);
create index creative_assets_of_creative on creative_assets (customer_id, creative_id, position) where deleted_at is null;
-- Whoever fetches an asset knows its id alone.
create unique index creative_assets_by_id on creative_assets (asset_id);
call protect('creative_assets');

-- What lies in the blob store, or may: written before the bytes are put there, so that none are ever forgotten.
create table asset_blobs (
  customer_id   bigint not null,
  asset_id      text not null,
  -- When the bytes may be thrown away, by the wall; null while an asset needs them.
  collect_after timestamptz,
  primary key (customer_id, asset_id)
);
create index asset_blobs_to_collect on asset_blobs (collect_after) where collect_after is not null;
call protect('asset_blobs');

-- What each seller last told this buyer of its formats.
create table seller_formats (
  customer_id      bigint not null references customers,
  sales_agent_id   text not null,
  sales_agent_name text not null,
  formats          jsonb not null,
  -- Why the seller did not answer, where it did not; the formats are then those of the time before.
  failure          jsonb,
  asked_at         timestamptz not null,
  primary key (customer_id, sales_agent_id)
);
call protect('seller_formats');
