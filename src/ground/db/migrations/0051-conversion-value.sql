-- What conversions are worth, in the currency of the day, as sellers report it (AdCP `conversion_value`); nought where one
-- reports none, as for the counts.
alter table delivery_days add column conversion_value numeric not null default 0;
alter table delivery_reports add column conversion_value numeric not null default 0;
