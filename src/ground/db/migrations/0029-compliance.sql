-- What AdCP's storyboards found of a source's agent when they were last run.
create table source_compliance (
  customer_id         bigint not null,
  inventory_source_id bigint not null,
  -- The agent that was examined: a source that moved to another one has nothing to show yet.
  agent_id            text not null,
  verdict             jsonb,
  checked_at          timestamptz,
  -- Who examines it now, by the wall.
  lease_until         timestamptz,
  primary key (customer_id, inventory_source_id),
  foreign key (customer_id, inventory_source_id) references inventory_sources on delete cascade
);
call protect('source_compliance');
