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
import type { Db, Scope } from "./database.ts";
import type { DB } from "./tables.gen.ts";

type Mode = "read" | "write";
type NameOf = (text: string) => string | undefined;

/**
 * Opens transactions that know their tenant. `begin` and the tenant's settings travel in one message with the first
 * query behind them, and a read does not wait for its `commit`: a wall in the database costs a read no round trip.
 */
export function transactionOn(pool: pg.Pool, nameOf: NameOf) {
  return async <T>(scope: Scope, mode: Mode, work: (db: Db) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    // A begin that fails fails every statement behind it; theirs is the error that is reported.
    client.query(beginning(scope, mode)).catch(() => undefined);
    try {
      const result = await work(builderOn(client, nameOf));
      const committed = client.query("commit");
      if (mode === "write") await committed;
      else committed.catch(() => undefined);
      client.release();
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

function beginning({ customerId, storefrontId, reach }: Scope, mode: Mode): string {
  const settings = [`set local interchange.reach = '${reach}'`];
  if (customerId !== null) settings.push(`set local interchange.customer_id = '${whole(customerId)}'`);
  if (storefrontId !== undefined) settings.push(`set local interchange.storefront_id = '${whole(storefrontId)}'`);
  return `begin ${mode === "read" ? "read only" : "read write"}; ${settings.join("; ")}`;
}

/** The settings are spliced into SQL, so nothing but a whole number may stand there. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError(`not an id: ${String(id)}`);
  return id;
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

function builderOn(client: pg.PoolClient, nameOf: NameOf): Db {
  const connection = connectionOn(client, nameOf);
  const dialect: Dialect = {
    createAdapter: () => adapter,
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => driverOn(connection),
  };
  return new Kysely<DB>({ dialect });
}

function connectionOn(client: pg.PoolClient, nameOf: NameOf): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const name = nameOf(sql);
      const values = parameters as unknown[];
      const result = await client.query(name ? { name, text: sql, values } : { text: sql, values });
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
