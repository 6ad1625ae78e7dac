-- Assets that were there before addresses were signed: sellers were given an address without a signature, and show creatives
-- from it until their campaign is over.
alter table creative_assets add column unsigned boolean not null default false;
update creative_assets set unsigned = true where content ->> 'kind' in ('file', 'text');
