-- What an order asked for before its buyer last changed it, for the people who decide on it; null where it was not changed.
alter table media_buy_approvals add column previous_payload jsonb;
