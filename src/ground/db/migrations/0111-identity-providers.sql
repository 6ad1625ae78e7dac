-- An organisation's own OpenID Connect provider, by which its people sign in: one for each organisation, so that what comes back
-- from it comes to an address of its own (RFC 9700, 4.4).
create table identity_providers (
  customer_id bigint not null references customers,
  kind        text not null check (kind in ('google', 'entra', 'okta', 'oidc')),
  -- What its people know it by.
  name        text not null,
  issuer      text not null,
  client_id   text not null,
  -- The client secret.
  sealed      text not null,
  -- As what somebody joins the organisation who signs in by it and does not belong to it; null where nobody does.
  joins_as    text check (joins_as in ('MEMBER', 'ADMIN')),
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (customer_id)
);
call protect('identity_providers');

-- The domains whose addresses it may vouch for.
create table sign_in_domains (
  customer_id bigint not null references customers,
  domain      text not null,
  -- What the domain's TXT record has to say.
  token       text not null,
  -- All by the wall.
  added_at    timestamptz not null,
  verified_at timestamptz,
  -- When its record was last seen.
  seen_at     timestamptz,
  primary key (customer_id, domain)
);
create index sign_in_domains_verified on sign_in_domains (domain, customer_id) where verified_at is not null;
call protect('sign_in_domains');
