-- The publishers that a storefront sells for. Whether each of them says so too is read from its adagents.json.
create table storefront_publishers (
  customer_id          bigint not null,
  domain               text not null,
  storefront_id        bigint not null,
  -- declared: by the seller; discovered: an agent behind one of its sources said that it sells for them.
  provenance           text not null check (provenance in ('declared', 'crawled', 'discovered')),
  adagents_status      text not null default 'pending' check (adagents_status in ('resolved', 'no_adagents', 'invalid', 'error', 'pending')),
  authorization_status text check (authorization_status in ('authorized', 'unauthorized', 'unknown')),
  authorization_reason text check (authorization_reason in ('no_file', 'file_invalid', 'agent_not_listed', 'agent_untyped', 'agent_not_property_bound', 'authorized')),
  property_count       integer,
  -- Both by the wall: a publisher lives by no seller's clock.
  last_synced_at       timestamptz,
  check_at             timestamptz not null,
  created_at           timestamptz not null,
  primary key (customer_id, domain),
  foreign key (customer_id, storefront_id) references storefronts
);
create index storefront_publishers_due on storefront_publishers (check_at);
create index storefront_publishers_refusing on storefront_publishers (storefront_id) where authorization_status = 'unauthorized';
call protect('storefront_publishers');
-- Buyers are not shown a publisher that says it is not the storefront's to sell.
create policy market on storefront_publishers for select using (
  (select viewer_reach()) = 'market' and (storefront_id = (select viewer_storefront()) or (select viewer_storefront()) is null)
);

-- What a domain's own adagents.json and the registry said of its agents. It is public and the same for every tenant, so every
-- tenant reads it; it is written by the installation alone.
create table agent_directory (
  domain  text primary key,
  entry   jsonb not null,
  -- By the wall.
  read_at timestamptz not null
);
alter table agent_directory enable row level security;
alter table agent_directory force row level security;
create policy public_knowledge on agent_directory for select using (true);
create policy installation on agent_directory using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on agent_directory to interchange_app;
