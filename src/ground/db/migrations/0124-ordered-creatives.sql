-- A creative that a buyer had a storefront make, under the buyer's own key: whoever makes it is asked again under its id, and
-- tells how far it has come.
create table creative_builds (
  customer_id         bigint not null references customers,
  build_id            text not null,
  storefront_id       bigint not null,
  principal           text not null,
  idempotency_key     text not null,
  inventory_source_id bigint not null,
  -- What was asked for, to the letter: whoever makes it knows it again by that.
  request             json not null,
  status              text not null check (status in ('open', 'done', 'refused')),
  -- What was made, or why nothing was; null while it is open.
  outcome             json check ((outcome is null) = (status = 'open')),
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (customer_id, build_id)
);
create unique index creative_builds_key on creative_builds (customer_id, storefront_id, principal, idempotency_key);
call protect('creative_builds');

-- Whoever ordered one may be told when it is there.
alter table task_callbacks drop constraint task_callbacks_task_type_check;
alter table task_callbacks add constraint task_callbacks_task_type_check check (task_type in (
  'create_media_buy', 'update_media_buy', 'get_products', 'build_creative', 'media_buy_delivery', 'notification'));
