-- Whether the seller invoices the holder of a caller key itself (AdCP, billing "agent"). Keys of before were not asked, and keep to
-- what they could; of a new one its seller says so.
alter table caller_keys add column agent_billing boolean not null default true;
alter table caller_keys alter column agent_billing drop default;
