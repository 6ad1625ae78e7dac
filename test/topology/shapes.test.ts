import { expect, test } from "vitest";
import { shapesIn } from "./shapes.ts";

test.each([
  ["with w as (insert into a values (1) returning *) select 1 from w left join a using (id)", "an outer join with"],
  ["with w as materialized (select 1) select 1 from a full join w on true", "an outer join with"],
  ["select 1 from rate_limits join customers using (key)", "a table of the coordinator"],
  ["delete from a where ctid = any(array(select ctid from a))", "rows by their place"],
  ["insert into k (customer_id) values (1) on conflict (k) do update set customer_id = 1", "the organisation in"],
  ["insert into a (b) select 1 from c", "insert … select"],
  ["select *, (select 1 from b) from a where c = 1 for update", "a lock over"],
])("%s", (text, begins) => {
  expect(shapesIn(text)).toEqual([expect.stringContaining(begins)]);
});

test.each([
  "with w as (select 1 from a) select 1 from w join b using (id)",
  "select 1 from a left join b using (id)",
  "insert into a (b) select 1 from c returning true",
  "select * from a where customer_id = $1 for update",
  "insert into k (customer_id, key) values ($1, $2) on conflict (customer_id, key) do update set key = 1 where k.customer_id = 1",
  "insert into jobs.job (name) values ('with w as (select 1) left join w')",
])("nothing is wrong with %s", (text) => {
  expect(shapesIn(text)).toEqual([]);
});
