-- How many deliveries were given up is asked for all the time; nearly all of the table was delivered.
create index webhook_deliveries_failed on webhook_deliveries (created_at) where status = 'failed';
