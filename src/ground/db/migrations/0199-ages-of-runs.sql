-- Runs are looked for by time only to forget those that are older than their partitions. They lie in the order of their times, so a summary of
-- each range of pages finds them, and costs a run next to nothing.
create index intelligence_runs_age on intelligence_runs using brin (created_at);
drop index intelligence_runs_created_at_idx;
