-- What is known of the brand behind a domain. It is public and the same for every tenant, so every tenant reads it; it is
-- written by nobody but the installation itself, from what it read out there.
create table brands (
  domain       text primary key,
  -- Null where nothing was found, or nothing any more; `reason` then says what came of looking.
  brand        jsonb,
  reason       text,
  -- Names the document as it was read, where it stands at the brand's own address: it is only asked for again if it changed.
  etag         text,
  -- When the brand was last seen to be as it is here.
  read_at      timestamptz,
  looked_up_at timestamptz not null,
  -- All by the wall: a domain lives by no tenant's clock.
  fresh_until  timestamptz not null,
  -- How often in a row nothing was found.
  misses       integer not null default 0,
  check (brand is not null or reason is not null),
  check ((brand is null) = (read_at is null))
);
create index brands_due on brands (fresh_until);
alter table brands enable row level security;
alter table brands force row level security;
create policy public_knowledge on brands for select using (true);
create policy installation on brands using ((select viewer_reach()) = 'installation');
grant select, insert, update, delete on brands to interchange_app;

-- Which brands are still somebody's.
create index advertisers_of_brand on advertisers (brand_domain) where status = 'ACTIVE';

-- What a customer says of its own brand, while the brand itself says nothing.
create table saved_brands (
  customer_id bigint not null references customers,
  domain      text not null,
  name        text not null,
  description text,
  saved_at    timestamptz not null,
  primary key (customer_id, domain)
);
call protect('saved_brands');
