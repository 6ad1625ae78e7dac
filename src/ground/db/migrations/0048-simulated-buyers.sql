-- Buyers that a sandbox makes up for a seller: how many come in a day of its clock, and when the next one does.
create table simulated_buyers (
  customer_id   bigint not null,
  storefront_id bigint not null,
  seed          text not null,
  per_day       integer not null check (per_day between 1 and 10),
  -- By the seller's clock; and how many have come, from 0.
  next_at       timestamptz not null,
  visits        integer not null default 0,
  primary key (customer_id, storefront_id),
  foreign key (customer_id, storefront_id) references storefronts
);
create index simulated_buyers_due on simulated_buyers (next_at);
call protect('simulated_buyers');
