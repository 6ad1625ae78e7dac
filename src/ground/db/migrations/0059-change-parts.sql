-- What each leg of an order is asked of a change: a dispatch each, so that it comes about whoever dies over it.
create table order_change_parts (
  customer_id     bigint not null,
  order_id        text not null,
  idempotency_key text not null,
  leg_id          text not null,
  state           text not null check (state in ('open', 'submitted', 'input_required', 'made', 'refused', 'failed')),
  -- As the leg's source hears it, and where in the buyer's request its packages stood.
  request         jsonb not null,
  -- Its source's last word; null where there is none yet.
  outcome         jsonb,
  message         text,
  attempts        integer not null default 0,
  fence           integer not null default 0,
  -- By the wall, as is sent_at: since when its source may have made it.
  lease_until     timestamptz,
  sent_at         timestamptz,
  primary key (customer_id, order_id, idempotency_key, leg_id),
  foreign key (customer_id, order_id, idempotency_key) references order_changes
);

-- What an earlier release asked is not written down, so a part without an answer cannot be asked for again.
insert into order_change_parts (customer_id, order_id, idempotency_key, leg_id, state, request, outcome)
select customer_id, order_id, idempotency_key, leg.key,
  case coalesce(leg.value ->> 'kind', '')
    when 'done' then 'made' when 'submitted' then 'submitted' when 'input_required' then 'input_required'
    when 'rejected' then 'refused' else 'failed' end,
  '{"change": {}, "positions": []}',
  case when leg.value = 'null' then jsonb_build_object('kind', 'rejected', 'errors', jsonb_build_array(jsonb_build_object(
    'code', 'OUTCOME_UNKNOWN', 'message', 'its source may have made this change: look at the media buy, and ask anew for what is missing',
    'field', null, 'recovery', 'terminal'))) else leg.value end
from order_changes, jsonb_each(outcomes) as leg;

alter table order_changes drop column outcomes, drop column sent_at;
call protect('order_change_parts');

-- Examinations, consents, publishers and feeds are asked by dispatches too, which tell their attempts apart by a fence.
alter table source_compliance add column attempts integer not null default 0, add column fence integer not null default 0;
alter table oauth_grants rename column failures to attempts;
alter table oauth_grants add column fence integer not null default 0;
alter table storefront_publishers
  add column attempts integer not null default 0,
  add column fence integer not null default 0,
  add column lease_until timestamptz;
