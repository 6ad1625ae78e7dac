import pg from "pg";
import { inReferenceOrder, REFERENCES_OF_TABLES } from "./reference-order.ts";

/** Rows that come from elsewhere, on their way into one transaction: all of them are there in the end, or none. */
export interface OrganisationImport {
  /** The newest migration that this database has had. */
  readonly schema: string;
  /** The tables of the database, each after those that its rows refer to. */
  readonly order: readonly string[];
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Inserts rows, each an object in JSON. Answers how many were the organisation's, and so were inserted. */
  insert(table: string, columns: readonly string[], rows: string): Promise<number>;
}

/**
 * Opens the database of an installation, as its owner, to rows of an organisation that is new to it. Whatever would make them
 * another's, or is there already under the same id, is refused with the sentence that says so.
 */
export async function openOrganisationImport<T>(
  ownerUrl: string,
  customerId: number,
  work: (into: OrganisationImport) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: "-c timezone=UTC", keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local interchange.reach = 'installation'");
    const query: OrganisationImport["query"] = async (text, values = []) =>
      (await client.query(text, [...values])).rows;
    const [newest] = await query<{ schema: string }>("select max(name) as schema from migrations");
    const insert: OrganisationImport["insert"] = (table, columns, rows) =>
      insertRows(client, { table, columns, rows }, customerId);
    const result = await work({ schema: newest?.schema ?? "", order: await orderOf(client), query, insert });
    await advanceSequences(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw explained(error);
  } finally {
    await client.end();
  }
}

interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  /** A JSON array. */
  readonly rows: string;
}

async function insertRows(client: pg.Client, { table, columns, rows }: Rows, customerId: number): Promise<number> {
  const [name, list] = [pg.escapeIdentifier(table), columns.map((column) => pg.escapeIdentifier(column)).join(", ")];
  // A person is nobody's in particular, and may be known here already.
  const isPeople = table === "users";
  const whose = isPeople ? "$2::bigint is not null" : "r.customer_id = $2";
  const { rowCount } = await client.query(
    `insert into ${name} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::${name}, $1::json) r where ${whose} returning true`,
    [rows, customerId],
  );
  return rowCount ?? 0;
}

async function orderOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; needs: string[] }>(REFERENCES_OF_TABLES);
  return inReferenceOrder(rows);
}

/** What is numbered in sequence goes on after the largest number that has come. */
async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(SEQUENCES);
  for (const { sequence, table, column } of rows) {
    const { rows: found } = await client.query<{ most: string | null }>(
      `select max(${pg.escapeIdentifier(column)})::text as most from ${pg.escapeIdentifier(table)}`,
    );
    const most = found[0]?.most;
    if (most)
      await client.query(`select setval($1::regclass, greatest($2::bigint, (select last_value from ${sequence})))`, [
        sequence,
        most,
      ]);
  }
}

/** Sequences that columns take their numbers from, by themselves or by a default. */
const SEQUENCES = `
  select distinct s.oid::regclass::text as sequence, c.relname as "table", a.attname as "column"
  from pg_class s
  join pg_depend d on s.oid in (d.objid, d.refobjid)
  left join pg_attrdef f on d.classid = 'pg_attrdef'::regclass and f.oid = d.objid
  join pg_class c on c.oid = coalesce(f.adrelid, nullif(d.refobjid, s.oid))
  join pg_attribute a on a.attrelid = c.oid and a.attnum = coalesce(f.adnum, d.refobjsubid) and a.attnum > 0
  where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and a.atttypid = 'bigint'::regtype`;

const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";

function explained(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const place = `${error.table ?? "a table"}: ${error.detail ?? error.message}`;
  if (error.code === UNIQUE_VIOLATION)
    return new Error(`the installation already has what the archive brings, in ${place} Nothing was imported`, {
      cause: error,
    });
  if (error.code === FOREIGN_KEY_VIOLATION)
    return new Error(`the archive refers to what is not in it, in ${place} Nothing was imported`, { cause: error });
  return error;
}
