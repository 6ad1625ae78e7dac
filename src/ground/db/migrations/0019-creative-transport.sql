-- What the seller of a media buy was last given to show. The key is made anew whenever what is to be shown changes, and
-- stays the same however often it is sent until then.
create table creative_syncs (
  customer_id   bigint not null,
  media_buy_id  text not null,
  campaign_id   text not null,
  -- What the buy's products take and no creative of the campaign is made in.
  missing       jsonb not null default '[]',
  -- Of what was sent under the key; null where nothing ever was.
  digest        text,
  execution_key text,
  state         text not null check (state in ('idle', 'open', 'done', 'failed')),
  -- What became of each creative, by the seller's last word.
  outcomes      jsonb not null default '[]',
  error         text,
  attempts      integer not null default 0,
  -- By the wall: until then somebody is sending it.
  lease_until   timestamptz,
  synced_at     timestamptz,
  primary key (customer_id, media_buy_id),
  foreign key (customer_id, media_buy_id) references media_buys
);
create index creative_syncs_of_campaign on creative_syncs (customer_id, campaign_id);
call protect('creative_syncs');
