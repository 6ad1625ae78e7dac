-- Whatever divides the tables by their organisation has it in each unique key (test/topology/keys.test.ts). What stands before it in these is
-- unique by itself: a random key, or an id of the installation. So they are asked by it as before.
drop index media_buys_execution_key;
create unique index media_buys_execution_key on media_buys (execution_key, customer_id);
drop index order_legs_execution_key;
create unique index order_legs_execution_key on order_legs (execution_key, customer_id);
drop index orders_idempotency;
create unique index orders_idempotency on orders (storefront_id, buyer_principal, idempotency_key, customer_id);
drop index creative_assets_by_id;
create unique index creative_assets_by_id on creative_assets (asset_id, customer_id);
drop index connected_applications_grant;
create unique index connected_applications_grant on connected_applications (grant_id, customer_id);
drop index oauth_consents_state;
create unique index oauth_consents_state on oauth_consents (state_hash, customer_id);
drop index provider_consents_state;
create unique index provider_consents_state on provider_consents (state_hash, customer_id);
alter table media_buy_approvals
  drop constraint media_buy_approvals_approval_id_key,
  add constraint media_buy_approvals_approval_id_key unique (approval_id, customer_id);
alter table buyer_auto_approvals
  drop constraint buyer_auto_approvals_auto_approval_id_key,
  add constraint buyer_auto_approvals_auto_approval_id_key unique (auto_approval_id, customer_id);
