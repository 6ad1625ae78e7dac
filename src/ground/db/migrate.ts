import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA } from "../jobs/queue-schema.ts";

const FOLDER = join(import.meta.dirname, "migrations");
/** Any number will do, as long as every process that migrates this database takes the same one. */
const LOCK = 7_040_518;
const OLDEST_POSTGRES = 150_000;

/**
 * Brings a database to this release's schema: the plain SQL files of `migrations/`, forward only, each in its own
 * transaction, then the job queue's own. Several processes may start at once: one works, the others wait and find it done.
 */
export async function migrate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await checkVersion(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    for (const file of await pending(client)) await apply(client, file);
    await migrateQueue(adminUrl, client);
  } finally {
    await client.end();
  }
}

interface MigrationFile {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  if (rows[0].version < OLDEST_POSTGRES)
    throw new Error(`Interchange needs PostgreSQL 15 or newer; DATABASE_URL leads to ${rows[0].version}`);
}

async function pending(client: pg.Client): Promise<MigrationFile[]> {
  await client.query(
    "create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ name: string; hash: string }>("select name, hash from migrations");
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]));
  const files = await migrationFiles();
  for (const { name, hash } of files) {
    if (applied.has(name) && applied.get(name) !== hash)
      throw new Error(`migration ${name} was changed after it was applied; add a new one instead`);
  }
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
    await client.query(text);
    await client.query("insert into migrations (name, hash) values ($1, $2)", [name, hash]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}

/** pg-boss makes and upgrades its own tables; the application's role may use them and own none. */
async function migrateQueue(adminUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: adminUrl,
    schema: QUEUE_SCHEMA,
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
    grant usage on all sequences in schema public to interchange_app`);
}
