import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { silentLog } from "../../kernel/log.ts";
import { openAvailability } from "../connection/index.ts";
import { type Database, openDatabase } from "../index.ts";

const SCOPE = { customerId: 7, reach: "tenant" } as const;

let [url, database]: [string, Database] = ["", undefined as never];
beforeAll(async () => {
  const fresh = await freshDatabase();
  url = fresh.url;
  // A single connection, so that each statement sees the effects of the previous one.
  const availability = openAvailability(silentLog);
  database = openDatabase({ url: fresh.applicationUrl, poolSize: 1, prepare: true, availability });
});
afterAll(() => database.close());

const ask = (text: string) => database.read(SCOPE, async (db) => (await sql.raw(text).execute(db)).rows);

test("a statement that was described once has the same rows ever after, with and without any", async () => {
  const every = (rows: number) =>
    database.read(SCOPE, async (db) => {
      const asked = sql`select n, n::text as word, null::jsonb as none, to_timestamp(n) as at, '2026-11-02'::date as day
        from generate_series(1::bigint, ${rows}) n`;
      return (await asked.execute(db)).rows;
    });
  const row = (n: number) => ({ n, word: String(n), none: null, at: new Date(n * 1_000), day: "2026-11-02" });
  expect(await every(2)).toEqual([row(1), row(2)]);
  expect(await every(0)).toEqual([]);
  expect(await every(3)).toEqual([row(1), row(2), row(3)]);
});

test("different statements in turns on one connection keep their own rows, and so do equal ones at once", async () => {
  for (let round = 0; round < 3; round++) {
    const [one, two, again] = await Promise.all([
      ask("select 1 as one"),
      ask("select 'b' as two"),
      ask("select 1 as one"),
    ]);
    expect([one, two, again]).toEqual([[{ one: 1 }], [{ two: "b" }], [{ one: 1 }]]);
  }
});

test("a write describes a statement once as well, whether it has rows or none", async () => {
  const note = (status: string) =>
    database.write(SCOPE, async (db) => {
      await sql`insert into list_counts (customer_id, list, status, number)
        values (${SCOPE.customerId}, 'described', ${status}, 1)`.execute(db);
      const noted = sql<{ status: string }>`select status from list_counts where list = 'described' order by status`;
      const { rows } = await noted.execute(db);
      return rows.map((row) => row.status);
    });
  expect(await note("a")).toEqual(["a"]);
  expect(await note("b")).toEqual(["a", "b"]);
  expect(await note("c")).toEqual(["a", "b", "c"]);
});

test("one that fails says why, and works the next time", async () => {
  const halve = (by: number) =>
    database.read(SCOPE, async (db) => (await sql<{ half: number }>`select 10 / ${by}::int as half`.execute(db)).rows);
  expect(await halve(2)).toEqual([{ half: 5 }]);
  await expect(halve(0)).rejects.toMatchObject({ code: "22012" });
  expect(await halve(5)).toEqual([{ half: 2 }]);
});

test("rows never have the columns of a table as it was before it changed", async () => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    "create table shapes (size int); insert into shapes values (1); grant select on shapes to interchange_app",
  );
  const read = () => ask("select * from shapes");
  expect(await read()).toEqual([{ size: 1 }]);
  await owner.query("alter table shapes alter column size type text, add column colour text default 'red'");
  // PostgreSQL refuses the prepared statement; the connection is closed, and the next one describes it again.
  await expect(read()).rejects.toThrow("cached plan must not change result type");
  expect(await read()).toEqual([{ size: "1", colour: "red" }]);
  await owner.end();
});
