-- What a run shows is looked for by product, and one like an earlier run has shown the same: it is found by the earlier one, of which the
-- latest that is like it counts.
alter table run_facts add column like_run_id bigint;
create index run_facts_alike on run_facts (customer_id, like_run_id, run_id desc) where like_run_id is not null;
