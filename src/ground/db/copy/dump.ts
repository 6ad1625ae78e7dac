import type { Readable } from "node:stream";
import pg from "pg";
import { getConstructionPlans } from "pg-boss";
import { to as copyTo } from "pg-copy-streams";
import { QUEUE_SCHEMA } from "../../jobs/queue-schema.ts";
import { type AppliedMigration, missingFrom } from "../migrate.ts";

/** What a database contains in addition to its rows, and the tables of the rows. */
export interface DatabaseDump {
  /** The version of PostgreSQL that it was read from. */
  readonly server: string;
  readonly migrations: readonly AppliedMigration[];
  /** The statements that created the job queue's own tables. */
  readonly queue: string;
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly { readonly sequence: string; readonly value: string }[];
}

export interface DumpedTable {
  /** Qualified and quoted: `public.campaigns`. */
  readonly table: string;
  /** The columns that its rows were written with, in order; none that PostgreSQL computes. */
  readonly columns: readonly string[];
  readonly rows: number;
}

/** Receives the rows of one table, in PostgreSQL's text format for COPY, and resolves when they are stored. */
type TakeRows = (table: string, rows: Readable) => Promise<void>;

/** A consistent snapshot of a database, however long it takes to read. */
export interface Snapshot {
  /** The time of the snapshot, by the database's clock. */
  readonly at: Date;
  query<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]>;
  dump(take: TakeRows): Promise<DatabaseDump>;
}

/**
 * Gives `work` a snapshot of the database, while others continue writing. The owner sees the rows of every tenant
 * through the same policy as the installation's own work, so it needs no right to bypass row-level security.
 */
export async function atSnapshot<T>(ownerUrl: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: "-c timezone=UTC", keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    await client.query("set local interchange.reach = 'installation'");
    await checkRelease(client);
    const { rows } = await client.query<{ at: Date }>("select now() as at");
    return await work({
      at: rows[0]?.at ?? new Date(Number.NaN),
      query: async (text) => (await client.query(text)).rows,
      dump: (take) => dump(client, take),
    });
  } finally {
    await client.end();
  }
}

/** Read by one release and described by another, it could not be restored correctly. */
async function checkRelease(client: pg.Client): Promise<void> {
  const missing = await missingFrom(client).catch((cause: unknown) => {
    throw new Error("there is no installation in this database", { cause });
  });
  if (missing.length > 0)
    throw new Error(
      `this database lacks ${missing.length} migrations of this release: back it up with the release that serves it`,
    );
}

async function dump(client: pg.Client, take: TakeRows): Promise<DatabaseDump> {
  const { rows: found } = await client.query<Omit<DumpedTable, "rows">>(TABLES);
  const tables: DumpedTable[] = [];
  for (const { table, columns } of found) {
    const stream = client.query(copyTo(`copy (select ${columns.join(", ")} from ${table}) to stdout`));
    await take(table, stream);
    tables.push({ table, columns, rows: stream.rowCount });
  }
  const { rows: migrations } = await client.query<AppliedMigration>("select name, hash from migrations order by name");
  const { rows: server } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  // A sequence is not part of the snapshot: read last, it is past every number in the rows.
  const { rows: sequences } = await client.query<DatabaseDump["sequences"][number]>(SEQUENCES);
  return {
    server: server[0]?.version ?? "",
    migrations,
    queue: getConstructionPlans(QUEUE_SCHEMA),
    tables,
    sequences,
  };
}

/** Every table that contains rows, or whose partitions do, with the columns that are not generated. */
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as "table",
         array_agg(quote_ident(a.attname) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname in ('public', '${QUEUE_SCHEMA}') and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
    and c.oid <> 'public.migrations'::regclass
  group by 1 order by 1`;

const SEQUENCES = `
  select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as value
  from pg_sequences where schemaname in ('public', '${QUEUE_SCHEMA}') and last_value is not null`;
