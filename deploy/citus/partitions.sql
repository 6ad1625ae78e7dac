-- Once a day, on the coordinator, by the owner: drops what is kept no longer, and makes the partitions of the time to come. The days are those of
-- DELIVERY_REPORT_RETENTION_DAYS, INTELLIGENCE_RETENTION_DAYS and REQUEST_LOG_DAYS.
set interchange.reach = 'installation';
select keep_partitions_of_servers('delivery_reports', now() - interval '120 days');
select keep_partitions_of_servers('intelligence_runs', now() - interval '90 days');
select keep_partitions_of_servers('request_log', now() - interval '7 days');
