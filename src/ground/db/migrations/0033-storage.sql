-- What an organisation keeps is bounded, so each blob says how large it is. 0 for one that is still to come.
alter table asset_blobs add column bytes bigint not null default 0;
update asset_blobs set bytes = file_size from creative_assets
where creative_assets.customer_id = asset_blobs.customer_id and creative_assets.asset_id = asset_blobs.asset_id;
