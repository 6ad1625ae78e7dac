-- What a package shows, where its source can be told of it in the buy alone. Null elsewhere. json, not jsonb: a repetition says
-- the same to the letter.
alter table order_packages add column creatives json;
