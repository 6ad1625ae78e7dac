-- What texts mean to a model, each once a version of its words: of products and of briefs. A text without a vector waits for the
-- job that asks the model; it is not kept once it has one.
create table text_vectors (
  customer_id bigint not null references customers,
  model       text not null,
  -- The digest of the words: other words are another version.
  version     text not null,
  words       text,
  vector      real[],
  created_at  timestamptz not null,
  primary key (customer_id, model, version),
  check ((words is null) <> (vector is null))
);
create index text_vectors_waiting on text_vectors (customer_id, model, created_at) where vector is null;
call protect('text_vectors');
