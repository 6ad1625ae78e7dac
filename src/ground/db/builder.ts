import {
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
import type { Db } from "./db.ts";
import type { PlannedOnce } from "./prepared-query.ts";
import type { DB } from "./tables.gen.ts";
import type { TenantStatement } from "./tenant-query.ts";

/** What is done with every statement. */
export interface Statements {
  /** The name under which it is prepared; none if it is not. */
  nameOf(text: string): string | undefined;
  /** Undefined if nobody observes them. */
  readonly around: ((text: string, ask: () => Promise<pg.QueryResult>) => Promise<pg.QueryResult>) | undefined;
}

export type Ask = (statement: TenantStatement) => Promise<pg.QueryResult>;

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

export function builderOn(ask: Ask, statements: Statements): Db {
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
