-- A link of an account forgets its credential by a statement of its own, not by its key: databases that lie on several servers take no such key.
alter table account_links
  drop constraint account_links_customer_id_credential_id_fkey,
  add foreign key (customer_id, credential_id) references credentials;
