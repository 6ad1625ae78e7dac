import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type Release, readRelease } from "./release.ts";

const MIGRATIONS = new URL("../../src/ground/db/migrations/", import.meta.url);

/** An installation as a release left it, with a database and a data folder of its own. */
export interface OpenedRelease {
  readonly url: string;
  readonly dataFolder: string;
  drop(): Promise<void>;
}

/** Creates the release's own tables, fills them with its rows, and puts its files where they were. */
export async function openRelease(release: string): Promise<OpenedRelease> {
  const kept = await readRelease(release);
  const name = `release_${randomBytes(8).toString("hex")}`;
  await on(inject("postgresUrl"), (client) => client.query(`create database ${name}`));
  const url = Object.assign(new URL(inject("postgresUrl")), { pathname: name }).href;
  await on(url, (client) => load(client, kept));
  const dataFolder = await mkdtemp(join(tmpdir(), "interchange-upgrade-"));
  for (const { path, content } of kept.files) {
    await mkdir(dirname(join(dataFolder, path)), { recursive: true });
    await writeFile(join(dataFolder, path), Buffer.from(content, "base64"), { mode: 0o600 });
  }
  const drop = () => on(inject("postgresUrl"), (client) => client.query(`drop database ${name} with (force)`));
  return { url, dataFolder, drop: async () => void (await drop()) };
}

async function load(client: pg.Client, { migrations, queue, tables, sequences }: Release): Promise<void> {
  await client.query(
    "create table migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())",
  );
  for (const { name, hash } of migrations) {
    await client.query(await readFile(new URL(name, MIGRATIONS), "utf8"));
    await client.query("insert into migrations (name, hash) values ($1, $2)", [name, hash]);
  }
  await client.query(queue);
  // Foreign keys are not checked, because the rows were consistent where they come from, but are inserted in no particular order.
  await client.query("set session_replication_role = replica");
  for (const { table } of tables) await client.query(`delete from ${table}`);
  for (const { table, columns, rows } of tables) {
    const named = columns.join(", ");
    await client.query(
      `insert into ${table} (${named}) overriding system value select ${named} from json_populate_recordset(null::${table}, $1)`,
      [rows],
    );
  }
  for (const { sequence, value } of sequences) await client.query("select setval($1, $2::bigint)", [sequence, value]);
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
