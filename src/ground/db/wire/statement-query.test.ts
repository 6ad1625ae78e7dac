import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { silentLog } from "../../kernel/log.ts";
import { openAvailability } from "../connection/index.ts";
import { type Database, type Db, openDatabase } from "../index.ts";
import { sendAhead } from "../writing/index.ts";

const SCOPE = { customerId: 7, reach: "tenant" } as const;

let database: Database;
beforeAll(async () => {
  const { applicationUrl: url } = await freshDatabase();
  // A single connection, so that each statement meets what the one before has left on it.
  database = openDatabase({ url, poolSize: 1, prepare: true, availability: openAvailability(silentLog) });
});
afterAll(() => database.close());

async function echo(value: unknown, type: string): Promise<unknown> {
  const asked = sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`;
  const { rows } = await database.read(SCOPE, (db) => asked.execute(db));
  return rows[0]?.value;
}

const instants = [
  "2026-11-02T12:00:00.123Z",
  "0999-01-01T00:00:00.000Z",
  "1969-12-31T23:59:59.999Z",
  "+012345-06-07T08:09:10.011Z",
  "-000044-03-15T12:00:00.000Z",
].map((text) => new Date(text));

const VALUES: readonly (readonly [name: string, type: string, value: unknown, expected?: unknown])[] = [
  ["a number", "int", 42],
  ["a big number", "text", 9_007_199_254_740_993n, "9007199254740993"],
  ["a boolean", "boolean", false],
  ["an empty text", "text", ""],
  ["a missing value", "text", undefined, null],
  ["31 letters and one of two bytes", "text", `${"a".repeat(31)}é`],
  ["letters of one to four bytes", "text", "aé€𝄞".repeat(3)],
  ["more text than any buffer has room for", "text", "né".repeat(400_000)],
  ["bytes", "bytea", Buffer.from([0, 255, 10, 92])],
  ["a part of bytes", "bytea", new Uint8Array([1, 2, 3, 4]).subarray(1, 3), Buffer.from([2, 3])],
  ["an object", "jsonb", { a: ["ü", null, { b: 1.5 }] }],
  ["texts that look like an array's signs", "text[]", ['"', "\\", "{a,b}", "", "NULL", null, "é"]],
  ["numbers", "bigint[]", [1, 2, 3]],
  [
    "an array in an array",
    "int[]",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["bytes in an array", "bytea[]", [Buffer.from([0, 92])]],
  ["no elements", "text[]", []],
  ["instants in an array", "timestamptz[]", instants.slice(0, 1)],
];

for (const [name, type, value, expected = value] of VALUES)
  test(`PostgreSQL reads ${name} as it was meant`, async () => {
    // The second time the statement is prepared and described.
    for (const time of ["first", "second"]) expect(await echo(value, type), time).toEqual(expected);
  });

test("instants of any year are the same in PostgreSQL", async () => {
  for (const instant of instants) expect(await echo(instant, "timestamptz")).toEqual(instant);
  await expect(echo(new Date(Number.NaN), "timestamptz")).rejects.toThrow("Invalid time value");
});

test("a value that cannot be written fails its statement alone, and the connection goes on", async () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  await expect(echo(circular, "jsonb")).rejects.toThrow("circular");
  expect(await echo({ a: 1 }, "jsonb")).toEqual({ a: 1 });
  const write = (value: unknown) =>
    database.write(SCOPE, async (db: Db) => {
      const { rows } = await sql<{ value: unknown }>`select ${value}::jsonb as value`.execute(db);
      return rows[0]?.value;
    });
  await expect(write(circular)).rejects.toThrow("circular");
  expect(await write({ a: 2 })).toEqual({ a: 2 });
});

test("a value that cannot be written in a connection's first statements spoils none of those that follow", async () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const { applicationUrl: url } = await freshDatabase();
  const fresh = openDatabase({ url, poolSize: 1, prepare: true, availability: openAvailability(silentLog) });
  const read = (value: unknown) =>
    fresh.read(SCOPE, (db) => sql<{ value: unknown }>`select ${value}::jsonb as value`.execute(db));
  try {
    // The second time the statement would be prepared.
    for (const time of ["first", "second"]) await expect(read(circular), time).rejects.toThrow("circular");
    expect((await read({ a: 1 })).rows).toEqual([{ value: { a: 1 } }]);
  } finally {
    await fresh.close();
  }
});

test("a transaction whose statement cannot be written fails, also where nobody waits for the statement", async () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const failing = database.write(SCOPE, (db) => sendAhead(db, sql`select ${circular}::jsonb`));
  await expect(failing).rejects.toThrow("circular");
  expect(await echo(1, "int")).toBe(1);
});

test("statements of a hundred columns and of none are read in turns, whole", async () => {
  const columns = Array.from({ length: 100 }, (_, place) => `${place} as column_${place}`);
  const row = Object.fromEntries(columns.map((_, place) => [`column_${place}`, place]));
  const ask = (text: string) => database.read(SCOPE, (db) => sql.raw(text).execute(db));
  for (const time of ["first", "second"]) {
    expect((await ask(`select ${columns.join(", ")} from generate_series(1, 3)`)).rows, time).toEqual([row, row, row]);
    expect((await ask("select from generate_series(1, 2)")).rows).toEqual([{}, {}]);
  }
});

test("how many rows a statement concerned is what PostgreSQL says", async () => {
  const counted = await database.write(SCOPE, async (db) => {
    const added = await sql`insert into list_counts (customer_id, list, status, number)
      select ${SCOPE.customerId}, 'counted', n::text, 1 from generate_series(1, 3) n`.execute(db);
    const changed = await sql`update list_counts set number = 2 where list = 'counted' and status > '1'`.execute(db);
    const gone = await sql`delete from list_counts where list = 'counted' and status = '9'`.execute(db);
    return [added, changed, gone].map(({ numAffectedRows }) => numAffectedRows);
  });
  expect(counted).toEqual([3n, 2n, 0n]);
});
