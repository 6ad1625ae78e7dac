-- The application that acted for the person whom an entry names, where one did: platform/authorization-server. It is covered by
-- the chain; entries without one are as they were.
alter table audit_log add column application_id text;
create index audit_log_application on audit_log (customer_id, sequence) where application_id is not null;
