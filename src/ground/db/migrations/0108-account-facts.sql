-- When the platform is asked next what an account adds to its products, by the wall; null for never.
alter table provider_accounts add column facts_due_at timestamptz;
create index provider_accounts_facts_due on provider_accounts (facts_due_at) where facts_due_at is not null;
create index provider_accounts_connection on provider_accounts (customer_id, connection_id) where archived_at is null;
