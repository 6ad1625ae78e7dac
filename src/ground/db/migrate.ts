import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA } from "../jobs/queue-schema.ts";
import { statementsOf } from "./migration-statements.ts";

const FOLDER = join(import.meta.dirname, "migrations");
/** Any number, as long as every process that migrates this database uses the same one. */
const LOCK = 7_040_518;
const OLDEST_POSTGRES = 150_000;

/**
 * Migrates a database to this release's schema: the plain SQL files of `migrations/`, forward only, each in its own
 * transaction, followed by the job queue's own. Several processes may start at the same time: one migrates, the others
 * wait and find it done.
 */
export async function migrate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  // A lost connection reports itself to the statement that uses it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await checkVersion(client);
    if (!(await mayMigrate(client))) return await checkMigrated(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    for (const file of await pending(client)) await apply(client, file);
    await migrateQueue(adminUrl, client);
  } finally {
    await client.end();
  }
}

/** An applied migration, and the digest of its text. */
export interface AppliedMigration {
  readonly name: string;
  readonly hash: string;
}

interface MigrationFile extends AppliedMigration {
  readonly text: string;
}

export async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  if (rows[0].version < OLDEST_POSTGRES)
    throw new Error(`Interchange needs PostgreSQL 15 or newer; DATABASE_URL leads to ${rows[0].version}`);
}

async function mayMigrate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as may",
  );
  return rows[0]?.may === true;
}

/** A login that owns nothing can serve a database that its owner has migrated. */
async function checkMigrated(client: pg.Client): Promise<void> {
  const missing = await missingFrom(client).catch((cause: unknown) => {
    throw new Error("DATABASE_URL may not create tables, and none of Interchange's exist: " + OWNER_MIGRATES, {
      cause,
    });
  });
  if (missing.length > 0)
    throw new Error(
      `the database lacks ${missing.length} migrations, which DATABASE_URL may not make: ${OWNER_MIGRATES}`,
    );
}

const OWNER_MIGRATES = "run npm run admin -- migrate with the owner's URL in DATABASE_OWNER_URL, once for each release";

async function pending(client: pg.Client): Promise<MigrationFile[]> {
  await client.query(MIGRATIONS_TABLE);
  return missingFrom(client);
}

const MIGRATIONS_TABLE =
  "create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())";

/** The migrations of this release that have not been applied to a database. Throws if one was applied with a different text. */
export async function missingFrom(client: pg.Client): Promise<MigrationFile[]> {
  const { rows } = await client.query<AppliedMigration>("select name, hash from migrations");
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]));
  const files = await migrationFiles();
  for (const { name, hash } of files) {
    if (applied.has(name) && applied.get(name) !== hash)
      throw new Error(`migration ${name} was changed after it was applied; add a new one instead`);
  }
  const names = new Set(files.map(({ name }) => name));
  const newer = [...applied.keys()].filter((name) => !names.has(name));
  if (newer.length > 0)
    throw new Error(
      `the database is at a newer release: it has had ${newer.sort().at(-1)}, which this release does not know. Start the release that served it last, or restore an earlier backup`,
    );
  return files.filter(({ name }) => !applied.has(name));
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(FOLDER, name), "utf8");
      return { name, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

async function apply(client: pg.Client, { name, text, hash }: MigrationFile): Promise<void> {
  await client.query("begin");
  try {
    await send(client, text);
    await client.query("insert into migrations (name, hash) values ($1, $2)", [name, hash]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}

/**
 * Sends a migration, statement by statement. On several servers a new table stays at the coordinator until deploy/citus lays it out, and a
 * change to a distributed table applies everywhere. A single server accepts settings with unknown prefixes from anybody.
 */
async function send(client: pg.Client, text: string): Promise<void> {
  for (const statement of statementsOf(text)) {
    const isNewTable = NEW_TABLE.test(statement);
    if (isNewTable) await client.query("set local citus.enable_ddl_propagation = off");
    await client.query(statement);
    if (isNewTable) await client.query("set local citus.enable_ddl_propagation to default");
  }
}

const NEW_TABLE = /^(?:--[^\n]*\n\s*)*create table\b/i;

/** Creates the tables of another installation as they were, in the open transaction: its migrations, and no others. */
export async function applyTogether(client: pg.Client, wanted: readonly AppliedMigration[]): Promise<void> {
  const known = new Map((await migrationFiles()).map((file) => [file.name, file]));
  await client.query(MIGRATIONS_TABLE);
  for (const { name, hash } of wanted) {
    const file = known.get(name);
    if (file?.hash !== hash)
      throw new Error(`this release does not know migration ${name} as it was applied there: a newer release wrote it`);
    await send(client, file.text);
    await client.query("insert into migrations (name, hash) values ($1, $2)", [name, hash]);
  }
}

/** pg-boss creates and upgrades its own tables; the application's role may use them and owns none. */
async function migrateQueue(adminUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: adminUrl,
    schema: QUEUE_SCHEMA,
    // Its tables stay on the coordinator, if there is one, and its texts contain several statements.
    options: "-c citus.enable_ddl_propagation=off",
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await client.query(`
    grant usage on schema ${QUEUE_SCHEMA} to interchange_app;
    grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to interchange_app;
    grant usage on all sequences in schema ${QUEUE_SCHEMA} to interchange_app;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to interchange_app;
    grant usage on all sequences in schema public to interchange_app;
    grant select on migrations to interchange_app`);
}
