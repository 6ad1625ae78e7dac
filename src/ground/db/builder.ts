import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type pg from "pg";
import type { Db } from "./db.ts";
import type { PlannedOnce } from "./prepared-query.ts";
import type { DB } from "./tables.gen.ts";
import type { TenantStatement } from "./wire/index.ts";

/** How statements are prepared and observed. */
export interface Statements {
  /** The name under which it is prepared; none if it is not. */
  nameOf(text: string): string | undefined;
  /** Undefined if nobody observes them. */
  readonly around: ((text: string, ask: () => Promise<pg.QueryResult>) => Promise<pg.QueryResult>) | undefined;
}

export type RunStatement = (statement: TenantStatement) => Promise<pg.QueryResult>;

/** A query builder for one transaction. One is created for every request, so everything that can be shared between them is. */
export function builderOn(ask: RunStatement, statements: Statements): Db {
  const executor = new Executor(connectionOn(ask, statements));
  return new Kysely<DB>({ config: CONFIG, dialect, driver, executor });
}

/**
 * Executes directly: the query builder's own executor acquires a connection from a provider for every statement and releases it, through a
 * dozen promises. A transaction has the same connection throughout.
 */
class Executor extends DefaultQueryExecutor {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) };
    super(compiler, adapter, provider);
    this.#connection = connection;
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery<R>(query);
  }
}

function connectionOn(ask: RunStatement, { nameOf, around }: Statements): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters, isPlannedOnce }: PlannedOnce): Promise<QueryResult<R>> {
      const statement = { text: sql, name: nameOf(sql), values: parameters as unknown[], isPlannedOnce };
      const result = await (around ? around(sql, () => ask(statement)) : ask(statement));
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error("a request's transaction does not stream");
    },
  };
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const mine = async (): Promise<never> => {
  throw new Error("run() opens the transaction and ends it; a use case does neither");
};
const driver: Driver = {
  init: async () => undefined,
  acquireConnection: mine,
  releaseConnection: async () => undefined,
  beginTransaction: mine,
  commitTransaction: mine,
  rollbackTransaction: mine,
  destroy: async () => undefined,
};
const dialect: Dialect = {
  createAdapter: () => adapter,
  createQueryCompiler: () => compiler,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createDriver: () => driver,
};
const CONFIG = { dialect };
