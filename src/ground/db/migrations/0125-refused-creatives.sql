-- A source that waits for creatives may have refused what it was shown: then it waits for the buyer, and for nobody else.
alter table order_legs add column creatives_refused boolean not null default false;
alter table media_buys add column creatives_refused boolean not null default false;
