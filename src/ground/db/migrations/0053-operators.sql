-- How each of AdCP's tracks stood when a source's agent was last graded, null before that; and what the agents' registry says of
-- it, null where it says nothing. Which of them keep a source from buyers is a setting, applied as the server starts.
alter table inventory_sources add column track_statuses jsonb;
alter table inventory_sources add column registry_status text check (registry_status in ('passing', 'degraded', 'failing'));
update inventory_sources source set track_statuses = (
  select jsonb_object_agg(track.value ->> 'track', track.value ->> 'status')
  from source_compliance found, jsonb_array_elements(found.verdict -> 'tracks') track
  where found.customer_id = source.customer_id and found.inventory_source_id = source.inventory_source_id
    and found.agent_id = source.agent_id and found.verdict -> 'error' is null);
alter table inventory_sources drop column failing_tracks;
-- The seller's own credential examines the agent, and each buyer brings one all the same.
alter table inventory_sources add column buyers_bring_own boolean not null default false;

-- A place at a join link that somebody has taken and not yet proved their address for; null once they have. By the wall.
alter table sponsorships add column held_until timestamptz;
create index sponsorships_held on sponsorships (join_link_id, held_until) where held_until is not null;
grant update (held_until) on sponsorships to interchange_app;
-- Whose brand.json is read for a storefront.
create index storefronts_operator_domain on storefronts (operator_domain) where operator_domain is not null;
