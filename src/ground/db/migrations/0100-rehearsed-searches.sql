-- What a caller settles beforehand may be the answer to a search as well (AdCP 3.1, force_get_products_arm): one of each kind
-- waits at a time. A task that was given for an account is nobody's under another.
alter table rehearsed_tasks
  add column task_type text not null default 'create_media_buy' check (task_type in ('create_media_buy', 'get_products')),
  add column account jsonb;
drop index rehearsed_tasks_next;
create unique index rehearsed_tasks_next on rehearsed_tasks (customer_id, storefront_id, principal, task_type)
  where state = 'next';

-- What a trial's delivery was measured to be by others, how much of it was viewable, and whether it is final, as its caller
-- wrote it last.
alter table rehearsed_deliveries add column measured jsonb;
