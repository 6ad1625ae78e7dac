import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type pg from "pg";
import type { Availability, Connections } from "./connection/index.ts";
import type { Db, Scope } from "./db.ts";
import type { DB } from "./tables.gen.ts";
import { TenantQuery, type TenantStatement } from "./tenant-query.ts";

/** What is done with every statement. */
export interface Statements {
  /** The name that it is prepared under; none where it is not. */
  nameOf(text: string): string | undefined;
  /** Undefined if nobody observes them. */
  readonly around: ((text: string, ask: () => Promise<pg.QueryResult>) => Promise<pg.QueryResult>) | undefined;
}

type Ask = (statement: TenantStatement) => Promise<pg.QueryResult>;

/** Opens transactions that know their tenant. */
export type Open = <T>(scope: Scope, work: (db: Db) => Promise<T>) => Promise<T>;

/**
 * Reads: every statement is a separate transaction, with its tenant's settings in the same message. PostgreSQL's read
 * committed guarantees no more for several statements either, and isolation costs a read no round trip. So a read has a
 * connection no longer than a statement, and none while it waits for anything else.
 */
export function readsOn(pool: Connections, statements: Statements, availability: Availability): Open {
  const ask = async (statement: TenantStatement, scope: Scope) => {
    try {
      const result = await askAlone(pool, statement, scope);
      availability.worked();
      return result;
    } catch (error) {
      throw availability.explain(error);
    }
  };
  return (scope, work) => work(builderOn((statement) => ask(statement, scope), statements));
}

async function askAlone(pool: Connections, statement: TenantStatement, scope: Scope): Promise<pg.QueryResult> {
  const client = await pool.connect(scope);
  return new Promise((resolve, reject) => {
    const hear = (error: Error | null, result: pg.QueryResult) => {
      // Which of the two statements in a message was prepared when it failed is not known: the next caller gets another.
      client.release(error ?? undefined);
      if (error) reject(error);
      else resolve(result);
    };
    client.query(new TenantQuery(statement, scope, hear));
  });
}

/** Writes: one transaction, its `begin` and its tenant's settings in one message with the first statement behind them. */
export function writesOn(pool: Connections, statements: Statements, availability: Availability): Open {
  const explained = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw availability.explain(error);
    });
  return async (scope, work) => {
    const client = await explained(pool.connect(scope));
    // A begin that fails fails every statement behind it; theirs is the error that is reported.
    client.query(beginning(scope)).catch(() => undefined);
    const ask: Ask = ({ text, name, values }) =>
      explained(client.query(name ? { name, text, values } : { text, values }));
    const db = builderOn(ask, statements);
    try {
      const result = await work(db);
      await explained(client.query("commit"));
      client.release();
      availability.worked();
      for (const act of toDo.get(db) ?? []) act();
      return result;
    } catch (error) {
      await client.query("rollback").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  };
}

const toDo = new WeakMap<Db, (() => void)[]>();

/**
 * Runs something after the transaction has been committed, and never if it is not. It may be lost with the process, so
 * nothing may depend on it: it only saves others waiting.
 */
export function afterCommit(db: Db, act: () => void): void {
  const acts = toDo.get(db);
  if (acts) acts.push(act);
  else toDo.set(db, [act]);
}

function beginning({ customerId, storefrontId, reach }: Scope): string {
  const settings = [`set local interchange.reach = '${reach}'`];
  if (customerId !== null) settings.push(`set local interchange.customer_id = '${whole(customerId)}'`);
  if (storefrontId !== undefined) settings.push(`set local interchange.storefront_id = '${whole(storefrontId)}'`);
  return `begin read write; ${settings.join("; ")}`;
}

/** The settings are spliced into SQL, so nothing but a whole number may stand there. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError(`not an id: ${String(id)}`);
  return id;
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

function builderOn(ask: Ask, statements: Statements): Db {
  const connection = connectionOn(ask, statements);
  const dialect: Dialect = {
    createAdapter: () => adapter,
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => driverOn(connection),
  };
  return new Kysely<DB>({ dialect });
}

function connectionOn(ask: Ask, { nameOf, around }: Statements): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const statement = { text: sql, name: nameOf(sql), values: parameters as unknown[] };
      const result = await (around ? around(sql, () => ask(statement)) : ask(statement));
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error("a request's transaction does not stream");
    },
  };
}

function driverOn(connection: DatabaseConnection): Driver {
  const mine = async (): Promise<void> => {
    throw new Error("run() opens the transaction and ends it; a use case does neither");
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: mine,
    commitTransaction: mine,
    rollbackTransaction: mine,
    destroy: async () => undefined,
  };
}
