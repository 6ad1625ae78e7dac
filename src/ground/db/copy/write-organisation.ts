import pg from "pg";
import { inReferenceOrder, REFERENCES_OF_TABLES } from "./reference-order.ts";

/** Inserts imported rows in one transaction: all of them or none. */
export interface OrganisationImport {
  /** The newest migration that was applied to this database. */
  readonly schema: string;
  /** The tables of the database, each after those that it references. */
  readonly order: readonly string[];
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Inserts rows, each an object in JSON. Returns how many belonged to the organisation, and so were inserted. */
  insert(table: string, columns: readonly string[], rows: string): Promise<number>;
}

/**
 * Opens the database of an installation, as its owner, to rows of an organisation that is new to it. Rows that would
 * belong to another organisation, or whose id already exists, are refused with a sentence that says so.
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
  // A person belongs to no organisation, and may already exist here.
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

/** Sequences continue after the largest imported number. */
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

/** The sequences of identity columns, and of columns with a default. */
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
