-- A platform that makes creatives is asked for one without a media buy: its work, and the key it was asked under, stand alone.
alter table provider_jobs alter column media_buy_id drop not null;
alter table provider_jobs drop constraint provider_jobs_kind_check;
alter table provider_jobs add constraint provider_jobs_kind_check check (
  kind in ('create', 'change', 'show', 'switch_ad', 'report', 'clean_up', 'build'));
alter table provider_jobs add constraint provider_jobs_buy_check check ((media_buy_id is null) = (kind = 'build'));
alter table provider_requests alter column media_buy_id drop not null;
