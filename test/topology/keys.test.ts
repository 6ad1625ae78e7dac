import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";

/** What dividing the tables by their organisation needs of the schema, whoever does it. */
let fresh: FreshDatabase;
let admin: pg.Client;
/** How deploy/citus lays the tables out. */
let layout: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  layout = await readFile(join(import.meta.dirname, "../../deploy/citus/distribute.sql"), "utf8");
});
afterAll(async () => {
  await admin.end();
  await fresh.drop();
});

const namedIn = (list: string) => {
  const [, names = ""] = new RegExp(`-- ${list}\\n.*?array\\[(.*?)\\]`, "s").exec(layout) ?? [];
  return [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? "");
};

test("every unique index of a table that is divided holds the organisation", async () => {
  const { rows } = await admin.query<{ table: string; index: string }>(`
    select c.relname as table, i.indexrelid::regclass::text as index
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and i.indisunique and not c.relispartition
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and a.attnum = any(i.indkey))
    order by 1, 2`);
  const whole = new Set([...namedIn("reference"), ...namedIn("local")]);
  expect(whole.size).toBeGreaterThan(20);
  expect(rows.filter(({ table }) => !whole.has(table))).toEqual([]);
});

test("the layout names every table that is not divided, and none that is not there", async () => {
  const { rows } = await admin.query<{ table: string; divides: boolean }>(`
    select c.relname as table,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and a.attnotnull) as divides
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
  const whole = [...namedIn("reference"), ...namedIn("local")];
  const known = new Set(rows.map(({ table }) => table));
  expect(whole.filter((table) => !known.has(table))).toEqual([]);
  expect(rows.filter(({ table, divides }) => !divides && !whole.includes(table))).toEqual([]);
});

test("no key empties a column of another table, which a divided table may not", async () => {
  const { rows } = await admin.query(
    "select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd') and connamespace = 'public'::regnamespace",
  );
  expect(rows).toEqual([]);
});
