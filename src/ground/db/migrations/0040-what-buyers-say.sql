-- What a buyer says of a buy and of its packages to have it back (its context, numbers of its own books): json, not jsonb, since
-- it comes back as it was said.
alter table orders add column echo json;
alter table order_packages add column echo json;
-- What is bought so delivers nothing until its buyer resumes it.
alter table orders add column starts_paused boolean not null default false;
alter table order_packages add column starts_paused boolean not null default false;
-- Of the product's formats those that the package is for; null for all of them.
alter table order_packages add column format_ids jsonb;
