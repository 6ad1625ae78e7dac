import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { QUEUE_SCHEMA } from "../../jobs/queue-schema.ts";
import { applyTogether, checkVersion } from "../migrate.ts";
import type { DatabaseDump, DumpedTable } from "./dump.ts";

/** Opens the rows of a table in the backup. */
export type OpenRows = (table: string) => Readable;

/**
 * Creates the tables of a dump in an empty database and fills them, in one transaction: completely or not at all.
 * References between rows are checked at the end, so inconsistent rows are refused. The next start migrates from there.
 */
export async function loadDatabase(ownerUrl: string, dump: DatabaseDump, open: OpenRows): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: RESTORING, keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await checkVersion(client);
    await client.query("begin");
    await checkEmpty(client);
    await applyTogether(client, dump.migrations);
    await client.query(withoutTransaction(dump.queue));
    await fill(client, dump, open);
    await client.query("commit");
    await client.query("analyze");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** With several servers, everything stays on the coordinator until deploy/citus distributes it. */
const RESTORING = "-c timezone=UTC -c citus.enable_ddl_propagation=off";

async function checkEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(TAKEN, [QUEUE_SCHEMA]);
  if (rows[0]?.taken) throw new Error("the database is not empty: a backup is restored into an empty one");
}

/** An extension creates its own views and tables. */
const TAKEN = `
  select exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', $1)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ) as taken`;

async function fill(client: pg.Client, { tables, sequences }: DatabaseDump, open: OpenRows): Promise<void> {
  const names = tables.map(({ table }) => table);
  const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(REFERENCES);
  const { rows: walled } = await client.query<{ table: string }>(WALLED);
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  // COPY cannot write through row-level security. Until the commit, no other session sees that it is suspended.
  for (const { table } of walled) await client.query(`alter table ${table} no force row level security`);
  for (const table of names) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${names.join(", ")}`);
  for (const table of tables) await fillTable(client, table, open);
  for (const { sequence, value } of sequences) await client.query("select setval($1, $2::bigint)", [sequence, value]);
  for (const table of names) await client.query(`alter table ${table} enable trigger user`);
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { table } of walled) await client.query(`alter table ${table} force row level security`);
}

async function fillTable(client: pg.Client, { table, columns, rows }: DumpedTable, open: OpenRows): Promise<void> {
  const into = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(open(table), into);
  if (into.rowCount !== rows)
    throw new Error(`${table} had ${rows} rows when it was read, and ${into.rowCount} were restored`);
}

/** The queue's statements contain their own transaction and time limits, but belong to ours. */
function withoutTransaction(statements: string): string {
  const bare = statements.replace(/^\s*BEGIN;/i, "").replace(/COMMIT;\s*$/i, "");
  return `${bare}; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`;
}

const REFERENCES = `
  select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and conparentid = 0
    and connamespace in ('public'::regnamespace, '${QUEUE_SCHEMA}'::regnamespace)
  order by 1, 2`;

const WALLED = `
  select oid::regclass::text as "table" from pg_class
  where relforcerowsecurity and relnamespace = 'public'::regnamespace`;
