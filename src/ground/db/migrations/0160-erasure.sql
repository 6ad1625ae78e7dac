-- A person who was erased: the row stays, because logs and others' rows refer to its number, and names nobody.
alter table users add column erased_at timestamptz;

-- An organisation that was erased: what the law wants kept stays, until then.
alter table customers add column erased_at timestamptz;
alter table customers add column kept_until timestamptz;
create index customers_to_forget on customers (kept_until) where kept_until is not null;

-- The signature of what an entry says since a person's name was taken out of it; its hash stays that of what it said before, so
-- that the chain and the checkpoints kept elsewhere hold.
alter table audit_log add column redaction text;
-- An entry is written once; only this of it may be written again, and what is not signed with the vault's key is found.
grant update (user_email, changes, redaction) on audit_log to interchange_app;
create index audit_log_of_person on audit_log (user_id, customer_id) where user_id is not null;

-- A sponsorship goes with its buyer, and with nobody else: it is what holds a sponsored buyer to one storefront.
create policy erasing on sponsorships for delete using ((select viewer_reach()) = 'installation');
grant delete on sponsorships to interchange_app;
