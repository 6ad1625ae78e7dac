-- Every answer is written down with what it was composed from, which is the largest thing that a call leaves: packed the
-- quicker way, where this PostgreSQL was built with it.
do $$ begin
  alter table intelligence_runs alter column inputs set compression lz4;
  alter table intelligence_runs alter column record set compression lz4;
  alter table run_facts alter column shown set compression lz4;
exception when feature_not_supported or invalid_parameter_value then null;
end $$;
