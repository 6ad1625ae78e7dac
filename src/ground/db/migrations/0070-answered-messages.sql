-- What messages over A2A were answered with, for those who ask after their tasks: for an hour.
create table answered_messages (
  customer_id    bigint not null references customers,
  storefront_id  bigint not null,
  principal      text not null,
  task_id        text not null,
  context_id     text not null,
  status         text not null,
  payload        json not null,
  created_at     timestamptz not null,
  primary key (customer_id, storefront_id, principal, task_id)
);
create index answered_messages_old on answered_messages (created_at);
call protect('answered_messages');
