import { setTimeout as sleep } from "node:timers/promises";
import { type Log, silentLog } from "../kernel/log.ts";
import { noTracing, type Tracing } from "../tracing/index.ts";
import { type Availability, fairly, ONE_SERVER, openPool, type Topology } from "./connection/index.ts";
import type { Db, InstallationDb, Scope } from "./db.ts";
import { type Lists, openLists, positionIn, type ReplicaStatus } from "./replica/index.ts";
import { statementNames } from "./statements.ts";
import { traced, tracedStatements } from "./trace-database.ts";
import { readerOn, readsOn } from "./transaction.ts";
import { writesOn } from "./writing/index.ts";

export interface Database {
  read<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** For lists and reports: reads from a replica if there is one, unless it lacks this customer's latest writes. See `answersAsOf`. */
  list<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** Every tenant's rows, for what has no tenant yet: authentication, schedules, the operator. */
  readInstallation<T>(work: (db: InstallationDb) => Promise<T>): Promise<T>;
  writeInstallation<T>(work: (db: InstallationDb) => Promise<T>): Promise<T>;
  /** How many connections are in use, and how many requests wait for one. */
  standing(): { readonly running: number; readonly waiting: number };
  /** Null if there is none. */
  replica(): ReplicaStatus | null;
  /** A round trip to the server; throws if it is unavailable, or does not answer in time. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** False behind a pooler that knows no prepared statements, as PgBouncer before 1.21. */
  readonly prepare: boolean;
  readonly availability: Availability;
  /** One server that is reached directly, unless given. */
  readonly topology?: Topology;
  readonly log?: Log;
  /** Called with every statement before it is sent. */
  readonly onStatement?: () => void;
  readonly tracing?: Tracing;
}

const INSTALLATION: Scope = { customerId: null, reach: "installation" };

export function openDatabase(options: DatabaseOptions): Database {
  const { url, poolSize, prepare, availability, topology = ONE_SERVER, onStatement } = options;
  const { log = silentLog, tracing = noTracing } = options;
  const pool = openPool(url, poolSize, topology);
  const hear = (error: Error) => void availability.explain(error);
  pool.on("error", hear);
  const names = prepare ? statementNames() : () => undefined;
  const nameOf = (text: string) => {
    onStatement?.();
    return names(text);
  };
  const connections = fairly(pool, poolSize);
  const statements = { nameOf, around: tracedStatements(tracing) };
  const server = { pool: connections, topology, statements, availability };
  const atReplica = openReplicaPool({ ...options, topology });
  const lists =
    atReplica &&
    openLists({
      primary: readerOn(server),
      replica: readerOn({ ...server, pool: atReplica.connections, availability: ALWAYS_AVAILABLE }),
      statements,
      isShared: topology.processes > 1,
      writeInstallation: (work) => write(INSTALLATION, (db) => work(db as InstallationDb)),
      explain: availability.explain,
      log,
    });
  const read = traced(readsOn(server), "read", tracing);
  const write = traced(writesOn({ ...server, written: lists && writeRecorder(lists) }), "write", tracing);
  return {
    standing: connections.standing,
    read,
    list: lists ? traced(lists.list, "read", tracing) : read,
    write,
    readInstallation: (work) => read(INSTALLATION, (db) => work(db as InstallationDb)),
    writeInstallation: (work) => write(INSTALLATION, (db) => work(db as InstallationDb)),
    replica: () => lists?.standing() ?? null,
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
      await Promise.all([pool.end(), atReplica?.pool.end()]);
    },
  };
}

/** A replica's errors only concern its own circuit: they do not make the database unavailable. */
const ALWAYS_AVAILABLE: Availability = { explain: (error) => error, worked: () => undefined, condition: () => "ok" };

function openReplicaPool({ topology = ONE_SERVER, poolSize }: DatabaseOptions) {
  if (!topology.replicaUrl) return undefined;
  const pool = openPool(topology.replicaUrl, poolSize, topology);
  // The caller of a statement on it gets the error, and reads from the primary instead.
  pool.on("error", () => undefined);
  return { pool, connections: fairly(pool, poolSize) };
}

function writeRecorder({ recordWrite }: Lists) {
  return (customerId: number, position: string) => recordWrite(customerId, positionIn(position));
}

const PING_MS = 5_000;

async function late(): Promise<never> {
  await sleep(PING_MS, undefined, { ref: false });
  throw Object.assign(new Error(`no answer within ${PING_MS} ms`), { code: "ETIMEDOUT" });
}
