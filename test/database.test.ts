import pg from "pg";
import { expect, test } from "vitest";
import { freshDatabase } from "./database.ts";

async function tables(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  await client.end();
  return rows.map(({ name }) => name);
}

test("a fresh database has every table, and keeps what is done to it to itself", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  expect(await tables(one.url)).toContain("migrations");
  expect(await tables(one.url)).toEqual(await tables(other.url));
  await Promise.all([one.drop(), other.drop()]);
});
