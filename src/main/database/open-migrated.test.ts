import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { silentLog } from "../../ground/kernel/log.ts";
import { readSettings } from "../settings.ts";
import { openMigrated } from "./open-migrated.ts";

const name = `own_${randomBytes(6).toString("hex")}`;
const urlOf = (login: string) =>
  Object.assign(new URL(inject("postgresUrl")), { pathname: name, username: login, password: "secret" }).href;
const [owner, server] = [`${name}_owner`, `${name}_server`];
let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  await admin.query(`create role ${owner} login createrole password 'secret'`);
  await admin.query(`grant interchange_app to ${owner} with admin option`);
  await admin.query(`create role ${server} login password 'secret'`);
  await admin.query(`create database ${name} owner ${owner}`);
});
afterAll(() => admin.end());

test("the owner migrates and the other login serves, and starts alone if nothing is left to migrate", async () => {
  const warned: string[] = [];
  const log = { ...silentLog, warn: (_: unknown, message: string) => void warned.push(message) };
  const alone = readSettings({ DATABASE_URL: urlOf(server) });
  await expect(openMigrated(alone, log)).rejects.toThrow(/may not create tables.*npm run admin -- migrate/);
  const both = readSettings({ DATABASE_URL: urlOf(server), DATABASE_OWNER_URL: urlOf(owner) });
  expect((await openMigrated(both, log)).url).toBe(urlOf(server));
  expect((await openMigrated(alone, log)).url).toBe(urlOf(server));
  expect(warned).toEqual([]);
  await openMigrated(readSettings({ DATABASE_URL: urlOf(owner) }), log);
  expect(warned).toEqual([expect.stringContaining("set the owner in DATABASE_OWNER_URL")]);
});
