import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { COPIED, LOCAL } from "./layout.ts";

/** What distributing the tables by organisation requires of the schema, whatever does it. */
let fresh: FreshDatabase;
let admin: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await fresh.drop();
});

test("every unique index of a distributed table contains the organisation", async () => {
  const { rows } = await admin.query<{ table: string; index: string }>(`
    select c.relname as table, i.indexrelid::regclass::text as index
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique and not c.relispartition
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and a.attnum = any(i.indkey))
    order by 1, 2`);
  const whole = new Set([...COPIED, ...LOCAL]);
  expect(whole.size).toBeGreaterThan(20);
  expect(rows.filter(({ table }) => !whole.has(table))).toEqual([]);
});

test("the layout names every table that is not distributed, and no missing one", async () => {
  const { rows } = await admin.query<{ table: string; divides: boolean }>(`
    select c.relname as table,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and a.attnotnull) as divides
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
  const whole = [...COPIED, ...LOCAL];
  const known = new Set(rows.map(({ table }) => table));
  expect(whole.filter((table) => !known.has(table))).toEqual([]);
  expect(rows.filter(({ table, divides }) => !divides && !whole.includes(table))).toEqual([]);
});

test("no foreign key sets a column of another table to null, which a distributed table must not", async () => {
  const { rows } = await admin.query(
    "select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd') and connamespace = 'public'::regnamespace",
  );
  expect(rows).toEqual([]);
});
