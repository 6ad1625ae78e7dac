set local interchange.reach = 'installation';

alter table media_buy_approvals
  -- By the storefront's clock: when it is refused because nobody decided; null for what came in before there was a limit.
  add column expires_at timestamptz;
create index media_buy_approvals_expiry on media_buy_approvals (customer_id, expires_at) where status = 'pending';

alter table order_legs
  -- By the storefront's clock: when its source is asked by itself how it stands; null where there is nothing to wait for.
  add column next_check_at timestamptz,
  -- How often it was asked since it last said anything new.
  add column checks integer not null default 0;
create index order_legs_checks on order_legs (customer_id, next_check_at) where next_check_at is not null;

update order_legs set next_check_at = now()
where state in ('submitted', 'input_required') and task_id is not null
  or state = 'booked' and seller_status in ('pending_creatives', 'pending_start');
