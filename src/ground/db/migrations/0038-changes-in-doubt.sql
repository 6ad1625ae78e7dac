-- Since when a source may have made its part of a change without our knowing: an instant of the wall, by leg.
alter table order_changes add column sent_at jsonb not null default '{}';
