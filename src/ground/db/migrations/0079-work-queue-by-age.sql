-- The queue is read by age: what waits, of one source or of all, and with what is done when that is asked for.
create index modular_work_items_waiting on modular_work_items (customer_id, created_at, work_item_id)
  where status in ('OPEN', 'IN_PROGRESS', 'BLOCKED');
create index modular_work_items_waiting_of_source on modular_work_items
  (customer_id, inventory_source_id, created_at, work_item_id) where status in ('OPEN', 'IN_PROGRESS', 'BLOCKED');
create index modular_work_items_by_age on modular_work_items (customer_id, created_at, work_item_id);
create index modular_work_items_of_source_by_age on modular_work_items
  (customer_id, inventory_source_id, created_at, work_item_id);
drop index modular_work_items_queue;
