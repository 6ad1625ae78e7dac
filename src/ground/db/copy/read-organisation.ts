import type { Readable } from "node:stream";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** What is excluded; all of an organisation's other rows are read. */
interface Reading {
  /** Tables that are not read at all. */
  readonly tables: ReadonlySet<string>;
  /** Columns that are not read, as `table.column`. */
  readonly columns: ReadonlySet<string>;
}

/** A table whose rows were read. */
interface ReadTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** A blob that the rows refer to. */
interface ReadBlob {
  readonly assetId: string;
  readonly contentType: string;
}

/** An organisation's rows as they were at one moment. */
export interface OrganisationRows {
  readonly at: Date;
  /** The newest migration that was applied to the database. */
  readonly schema: string;
  readonly tables: readonly ReadTable[];
  readonly blobs: readonly ReadBlob[];
}

/** Receives the rows of one table, each a line of JSON, and resolves when they are stored. */
type TakeRows = (table: string, rows: Readable) => Promise<void>;

export type ReadOrganisation = (customerId: number, without: Reading, take: TakeRows) => Promise<OrganisationRows>;

/**
 * Reads everything that an organisation has, in key order, on a separate connection: the snapshot is open for as long
 * as the rows are read. It reads as the organisation itself, under the same row-level security as the requests of its people.
 */
export async function readOrganisation(
  url: string,
  ...[customerId, without, take]: Parameters<ReadOrganisation>
): Promise<OrganisationRows> {
  if (!Number.isSafeInteger(customerId)) throw new TypeError(`not an organisation: ${customerId}`);
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    // In the transaction: a pooler may lend the session to somebody else afterwards. Several servers take each by itself.
    const settings = ["role interchange_app", "timezone = 'UTC'", "extra_float_digits = 1"];
    for (const setting of [...settings, `interchange.customer_id = '${customerId}'`])
      await client.query(`set local ${setting}`);
    const { rows: moment } = await client.query<Moment>("select now() as at, max(name) as schema from migrations");
    const { rows: found } = await client.query<FoundTable>(TABLES);
    const tables: ReadTable[] = [];
    for (const one of found.filter(({ table }) => !without.tables.has(table)))
      tables.push(await readTable(client, one, { customerId, without, take }));
    const { rows: blobs } = await client.query<ReadBlob>(BLOBS, [customerId]);
    if (!moment[0]) throw new Error("there is no installation in this database");
    return { ...moment[0], tables, blobs };
  } finally {
    await client.end();
  }
}

type Moment = Pick<OrganisationRows, "at" | "schema">;

interface FoundTable {
  readonly table: string;
  readonly columns: string[];
  readonly key: string[];
}

async function readTable(
  client: pg.Client,
  { table, columns: all, key }: FoundTable,
  { customerId, without, take }: { customerId: number; without: Reading; take: TakeRows },
): Promise<ReadTable> {
  const columns = all.filter((column) => !without.columns.has(`${table}.${column}`));
  const quoted = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const whose = table === PEOPLE ? COLLEAGUES(customerId) : `customer_id = ${customerId}`;
  const order = key.length > 0 ? `order by ${key.map((column) => pg.escapeIdentifier(column)).join(", ")}` : "";
  const rows = `select ${quoted} from ${pg.escapeIdentifier(table)} where ${whose} ${order}`;
  // JSON escapes these two characters, so nothing is quoted, and every row is one line.
  const stream = client.query(
    copyTo(
      `copy (select row_to_json(r) from (${rows}) r) to stdout (format csv, quote e'\\x01', escape e'\\x01', delimiter e'\\x02')`,
    ),
  );
  await take(table, stream);
  return { table, columns, rows: stream.rowCount };
}

/** People may belong to several organisations: only the members of this one. */
const PEOPLE = "users";
const COLLEAGUES = (customerId: number) => `user_id in (select user_id from members where customer_id = ${customerId})`;

/** The tables with rows of organisations, and people, with the columns that PostgreSQL does not compute. */
const TABLES = `
  select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns,
         coalesce((select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
                   from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
                   where i.indrelid = c.oid and i.indisprimary), '{}') as key
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and (c.relname = '${PEOPLE}' or exists (
      select from pg_attribute o where o.attrelid = c.oid and o.attname = 'customer_id' and not o.attisdropped))
  group by c.oid, c.relname order by c.relname`;

const BLOBS = `
  select b.asset_id as "assetId", coalesce(a.content_type, 'application/octet-stream') as "contentType"
  from asset_blobs b left join creative_assets a using (customer_id, asset_id)
  where b.customer_id = $1 and b.collect_after is null order by b.asset_id`;
