import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { OwnDatabases } from "./own-databases.ts";

/** A migrated database for the caller alone. */
export interface FreshDatabase {
  /** The administrator's connection string. */
  readonly url: string;
  /** The connection string with which an application logs in. */
  readonly applicationUrl: string;
  /** Ends all remaining connections, and drops the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template. One copy per test file is enough, because tests share a database by creating their own tenants. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const own = inject("ownDatabases");
  if (own) return nextOf(own);
  const name = `test_${randomBytes(8).toString("hex")}`;
  // Copying the template's files takes a fifth of the time of writing them through the log.
  await administer(`create database ${name} template template strategy file_copy`);
  const at = (server: string) => Object.assign(new URL(server), { pathname: name }).href;
  const drop = () => administer(`drop database ${name} with (force)`);
  return { url: at(inject("postgresUrl")), applicationUrl: at(inject("applicationUrl")), drop };
}

let taken = 0;

function nextOf({ names, ownerUrl, url }: OwnDatabases): FreshDatabase {
  const name = names[taken++];
  if (name === undefined)
    throw new Error(`each of the ${names.length} databases in TEST_DATABASES is in use: name more`);
  const at = (server: string) => Object.assign(new URL(server), { pathname: name }).href;
  return { url: at(ownerUrl), applicationUrl: at(url), drop: async () => {} };
}

let administrators: pg.Pool | undefined;

/** Opening a session for each statement would take as long as copying the database. */
async function administer(statement: string): Promise<void> {
  administrators ??= openAdministrators();
  await administrators.query(statement);
}

function openAdministrators(): pg.Pool {
  const options = { max: 2, idleTimeoutMillis: 0, allowExitOnIdle: true };
  const pool = new pg.Pool({ connectionString: inject("postgresUrl"), ...options });
  // The server ends after all files, and this process some time after that.
  return pool.on("error", () => undefined);
}
