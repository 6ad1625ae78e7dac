-- Buyers of other systems ask a storefront's agent by caller keys: their requests stand in the log of the seller that gave them out.
alter table request_log add column caller_key_id text;
