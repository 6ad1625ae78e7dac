import type { Insertable, Kysely, Selectable, Updateable } from "kysely";
import pg from "pg";
import { statementNames } from "./statements.ts";
import type { DB } from "./tables.gen.ts";
import { readsOn, writesOn } from "./transaction.ts";

/** A transaction's query builder; stores take it, and nobody but `run` opens one. */
export type Db = Kysely<DB>;
export type Tables = DB;
export type Row<T extends keyof DB> = Selectable<DB[T]>;
export type NewRow<T extends keyof DB> = Insertable<DB[T]>;
export type RowChange<T extends keyof DB> = Updateable<DB[T]>;

declare const everyTenant: unique symbol;
/** A transaction that sees every tenant's rows. A store function that takes one says so in its name. */
export type InstallationDb = Db & { readonly [everyTenant]: true };

/** For whom a transaction is, and how far it sees (see migration 0001). */
export interface Scope {
  readonly customerId: number | null;
  readonly storefrontId?: number | undefined;
  readonly reach: "tenant" | "pending_sponsor" | "market" | "installation";
}

export interface Database {
  read<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** Every tenant's rows, for what has no tenant yet: authentication, schedules, the operator. */
  readInstallation<T>(work: (db: InstallationDb) => Promise<T>): Promise<T>;
  writeInstallation<T>(work: (db: InstallationDb) => Promise<T>): Promise<T>;
  /** Round trip to the server; throws where it is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** False behind a pooler that moves transactions between connections. */
  readonly prepare: boolean;
  readonly onError: (error: Error) => void;
}

const INSTALLATION: Scope = { customerId: null, reach: "installation" };

export function openDatabase({ url, poolSize, prepare, onError }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    // The application's role from the first statement on, and no statement that outlives its caller for long. To compile a
    // plan, or to share it among workers, pays for long reports; on a request's statement it costs more than it saves.
    options:
      "-c role=interchange_app -c jit=off -c max_parallel_workers_per_gather=0 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC",
    pipeline: true,
    types: { getTypeParser: parserOf },
  });
  pool.on("error", onError);
  const nameOf = prepare ? statementNames() : () => undefined;
  const [read, write] = [readsOn(pool, nameOf), writesOn(pool, nameOf)];
  return {
    read,
    write,
    readInstallation: (work) => read(INSTALLATION, (db) => work(db as InstallationDb)),
    writeInstallation: (work) => write(INSTALLATION, (db) => work(db as InstallationDb)),
    ping: async () => void (await pool.query("select 1")),
    async close() {
      // The pool lets go of its connections before their sockets are closed: one that the server cuts meanwhile is none of ours.
      pool.off("error", onError).on("error", () => undefined);
      await pool.end();
    },
  };
}

const { INT8, DATE } = pg.types.builtins;
const INT8_LIST = 1016;

/** bigint as a number (our ids and counts stay below 2^53), a date as the `YYYY-MM-DD` it is; numeric stays exact text. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [INT8_LIST, (text) => text.slice(1, -1).split(",").filter(Boolean).map(Number)],
  [DATE, (text) => text],
]);

const parserOf: pg.CustomTypesConfig["getTypeParser"] = (oid, format) =>
  PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format);
