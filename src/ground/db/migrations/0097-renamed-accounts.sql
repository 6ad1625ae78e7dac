-- What bought parts of orders remember an account by, where its buyer has renamed it since, or where another held the name before:
-- null where that is its name. Names are the buyer's to change; what was bought goes on by the credential that it was bought with.
alter table credentials add column known_as text;
