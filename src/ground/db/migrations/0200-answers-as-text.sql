-- The answer of a discovery is written and read as a whole, and never searched: `json` keeps its text, which PostgreSQL only validates.
-- Storing it takes a third less time and space than `jsonb`.
alter table discoveries
  alter column product_groups drop default,
  alter column product_groups type json using product_groups::json,
  alter column product_groups set default '[]',
  alter column proposals drop default,
  alter column proposals type json using proposals::json,
  alter column proposals set default '[]',
  alter column diagnostics drop default,
  alter column diagnostics type json using diagnostics::json,
  alter column diagnostics set default '{}';
