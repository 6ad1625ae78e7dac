import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { noTracing, type Tracing } from "../tracing/index.ts";
import { type Availability, fairly, PoolClient } from "./connection/index.ts";
import type { Db, InstallationDb, Scope } from "./db.ts";
import { statementNames } from "./statements.ts";
import { traced, tracedStatements } from "./trace-database.ts";
import { type Open, readsOn, writesOn } from "./transaction.ts";

export interface Database {
  read<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** Every tenant's rows, for what has no tenant yet: authentication, schedules, the operator. */
  readInstallation<T>(work: (db: InstallationDb) => Promise<T>): Promise<T>;
  writeInstallation<T>(work: (db: InstallationDb) => Promise<T>): Promise<T>;
  /** How many connections are lent out, and how many are waited for. */
  standing(): { readonly running: number; readonly waiting: number };
  /** Round trip to the server; throws where it is away, or does not answer in time. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** False behind a pooler that moves transactions between connections. */
  readonly prepare: boolean;
  readonly availability: Availability;
  /** Called with every statement before it is sent. */
  readonly onStatement?: () => void;
  readonly tracing?: Tracing;
}

const INSTALLATION: Scope = { customerId: null, reach: "installation" };

export function openDatabase({
  url,
  poolSize,
  prepare,
  availability,
  onStatement,
  tracing = noTracing,
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    Client: PoolClient,
    connectionString: url,
    max: poolSize,
    // The application's role from the first statement on, and no statement that outlives its caller for long. To compile a
    // plan, or to share it among workers, pays for long reports; on a request's statement it costs more than it saves.
    options:
      "-c role=interchange_app -c jit=off -c max_parallel_workers_per_gather=0 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC",
    pipeline: true,
    types: { getTypeParser: parserOf },
  });
  const hear = (error: Error) => void availability.explain(error);
  pool.on("error", hear);
  const names = prepare ? statementNames() : () => undefined;
  const nameOf = (text: string) => {
    onStatement?.();
    return names(text);
  };
  const connections = fairly(pool, poolSize);
  const around = tracedStatements(tracing);
  const on = (open: typeof readsOn): Open => open(connections, { nameOf, around }, availability);
  const [read, write] = [traced(on(readsOn), "read", tracing), traced(on(writesOn), "write", tracing)];
  return {
    standing: connections.standing,
    read,
    write,
    readInstallation: (work) => read(INSTALLATION, (db) => work(db as InstallationDb)),
    writeInstallation: (work) => write(INSTALLATION, (db) => work(db as InstallationDb)),
    async ping() {
      await Promise.race([pool.query("select 1"), late()]).catch((error: unknown) => {
        throw availability.explain(error);
      });
      availability.worked();
    },
    async close() {
      // The pool releases its connections before their sockets are closed: if the server closes one meanwhile, it is no
      // longer ours.
      pool.off("error", hear).on("error", () => undefined);
      await pool.end();
    },
  };
}

const PING_MS = 5_000;

async function late(): Promise<never> {
  await sleep(PING_MS, undefined, { ref: false });
  throw Object.assign(new Error(`no answer within ${PING_MS} ms`), { code: "ETIMEDOUT" });
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
