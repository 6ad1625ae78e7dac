-- What an organisation asked lately, by whom, and how it was answered; never what was said. Rows are written in batches, after the
-- answers, and forgotten by age and by number.
create table request_log (
  customer_id     bigint not null references customers,
  request_id      text not null,
  at              timestamptz not null,
  method          text not null,
  path            text not null,
  operation       text not null,
  -- Over MCP: the tool that was called.
  tool            text,
  status          integer not null,
  duration_ms     integer not null,
  user_id         bigint,
  api_key_id      text,
  application_id  text,
  acting_grant_id text,
  -- Ids of requests sort by their time.
  primary key (customer_id, request_id)
);
create index request_log_at on request_log using brin (at);
call protect('request_log');
