-- How many entries a list of the log has is counted in an index alone: the log only grows, so its pages are known to be visible to all.
create index audit_log_by_outcome on audit_log (customer_id, outcome, sequence desc);
drop index audit_log_of_resource;
create index audit_log_of_resource on audit_log (customer_id, resource_id, sequence desc) include (outcome);
drop index audit_log_of_campaign;
create index audit_log_of_campaign on audit_log (customer_id, campaign_id, sequence desc) include (outcome) where campaign_id is not null;
