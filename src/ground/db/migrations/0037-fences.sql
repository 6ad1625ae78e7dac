set local interchange.reach = 'installation';

-- A lease can outlive its holder's patience: whoever writes shows the fence that it took, and of two the later holds.
alter table idempotency_keys
  add column fence integer not null default 1,
  -- What the claim of a write came to, sealed: whoever takes the key over calls and settles from there.
  add column claimed text;

alter table webhook_deliveries add column fence integer not null default 0;
alter table task_callbacks add column fence integer not null default 0;
alter table order_legs add column fence integer not null default 0;
alter table media_buys
  add column fence integer not null default 0,
  -- By the wall: since when the seller may hold the buy without our knowing; null where that is not so.
  add column sent_at timestamptz;
alter table media_buy_changes
  add column fence integer not null default 0,
  -- By the wall: since when the seller may have made the change without our knowing; null where that is not so.
  add column sent_at timestamptz;
alter table creative_syncs add column fence integer not null default 0;
alter table creative_showings add column fence integer not null default 0;

-- The jobs that wait name the attempt that left them behind.
update webhook_deliveries set fence = attempts;
update task_callbacks set fence = case when lease_until is null then attempts else attempts - 1 end;
update order_legs set fence = attempts;
update media_buys set fence = attempts, sent_at = case when in_doubt then least(submitted_at, now()) end;
update media_buy_changes
  set fence = attempts, sent_at = case when state = 'open' and attempts > 0 and task_id is null then created_at end;
update creative_syncs set fence = attempts;
update creative_showings set fence = attempts;
