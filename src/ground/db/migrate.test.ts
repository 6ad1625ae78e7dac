import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate } from "./migrate.ts";

/** An empty database on the tests' server. */
async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomBytes(6).toString("hex")}`;
  await ask(inject("postgresUrl"), `create database ${name}`);
  return Object.assign(new URL(inject("postgresUrl")), { pathname: name }).href;
}

async function ask<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

test("three processes that migrate concurrently end with one schema, each migration applied once", async () => {
  const url = await emptyDatabase();
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const applied = await ask<{ name: string }>(url, "select name from migrations order by name");
  expect(applied.length).toBeGreaterThanOrEqual(6);
  expect(new Set(applied.map(({ name }) => name)).size).toBe(applied.length);
  await migrate(url);
  expect(await ask(url, "select name from migrations order by name")).toEqual(applied);
});

test("a migration that was changed after it was applied stops the start, and says which", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await ask(url, "update migrations set hash = 'other' where name = '0002-platform.sql'");
  await expect(migrate(url)).rejects.toThrow("migration 0002-platform.sql was changed after it was applied");
});

test("a database that a newer release has migrated is refused, and the sentence says what to start", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await ask(url, "insert into migrations (name, hash) values ('9999-later.sql', 'later')");
  await expect(migrate(url)).rejects.toThrow(/at a newer release: it has had 9999-later\.sql/);
});
