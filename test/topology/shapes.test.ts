import { expect, test } from "vitest";
import { shapesIn } from "./shapes.ts";

test.each([
  ["with w as (insert into a values (1) returning *) select 1 from w left join a using (id)", "an outer join with"],
  ["with w as materialized (select 1) select 1 from a full join w on true", "an outer join with"],
  ["select 1 from rate_limits join customers using (key)", "a table of the coordinator"],
  ["delete from a where ctid = any(array(select ctid from a))", "rows by their place"],
  ["insert into k (customer_id) values (1) on conflict (k) do update set customer_id = 1", "the organisation in"],
  ["insert into a (b) select 1 from c", "insert … select"],
  ["with w as (insert into a (b) select 1 from c), v as (select 1) select 1 from v", "insert … select"],
  ["insert into a (b) values ($1, (select 1 from c))", "a subquery among"],
  ["select *, (select 1 from b) from a where customer_id = 1 for update", "a lock over"],
  [
    "select 1 from customers c cross join lateral (select 1 from a where a.customer_id = c.customer_id) b",
    "a lateral join",
  ],
  ["update a set b = 1 where (c, d) not in (select c, d from e)", "several columns in"],
  ["update a set at = $1::timestamptz + b * interval '1 minute' where c = 1", "time reckoned in"],
  ["update a set b = coalesce(a.b, '{}') || jsonb_build_object('c', d.value) from d", "JSON built"],
  ["update a set b = case c.d when 'E' then 1 else 0 end from c", "a case of a value"],
  ["select * from a where due <= $1 limit 1 for update skip locked", "a lock on rows of"],
  ["update a set at = case when b then at else now() end", "the database's time"],
  ["update a set at = coalesce(at, now()) where b = 1", "the database's time"],
])("%s", (text, begins) => {
  expect(shapesIn(text)).toEqual([expect.stringContaining(begins)]);
});

test.each([
  "with w as (select 1 from a) select 1 from w join b using (id)",
  "select 1 from a left join b using (id)",
  "with w as (select 1 from a where customer_id = $1) select 1 from w left join b using (id)",
  "select *, (select 1 from b where customer_id = $1) from a where customer_id = $1 for update",
  "with w as (select 1 from a where customer_id = $1 for update), v as (update b set c = 1 from (select 1 from w) x) select 1",
  "select *, (select 1 from storefronts) from storefront_links where link_id = $1 for update",
  "insert into a (b) select 1 from c returning true",
  "select * from a where customer_id = $1 for update",
  "insert into k (customer_id, key) values ($1, $2) on conflict (customer_id, key) do update set key = 1 where k.customer_id = 1",
  "with w as (select 1 from customers) select 1 from w left join storefronts using (id)",
  "insert into last_writes select 1 from rate_limits",
  "update a set b = case\n  when c.d = 'E' then 1 else 0 end from c",
  "update a set b = jsonb_set(coalesce(a.b, '{}'), '{c}', d.value) from jsonb_each($1) d",
  "insert into a (b) values ($1), (coalesce($2, 1))",
  "insert into jobs.job (name) select name from json_to_recordset($1) as j (name text) join jobs.queue q using (name)",
  "select 1 from pg_catalog.pg_class t where t.relname in (select table_name from jobs.queue)",
  "insert into jobs.job (name) values ('with w as (select 1) left join w')",
])("nothing is wrong with %s", (text) => {
  expect(shapesIn(text)).toEqual([]);
});
