import type pg from "pg";
import { begin } from "./begin.ts";
import { builderOn, type Statements } from "./builder.ts";
import { type Availability, type Connections, settingsOfEachTransaction, type Topology } from "./connection/index.ts";
import type { Db, Scope } from "./db.ts";
import { TenantQuery, type TenantStatement, type TenantStatements, tenantStatements } from "./wire/index.ts";

/** A PostgreSQL server, and how it is reached. */
export interface Server {
  readonly pool: Connections;
  readonly topology: Topology;
  readonly statements: Statements;
  readonly availability: Availability;
  /** Called with the position of the log after a customer's write; undefined if nobody needs it. */
  readonly written?: ((customerId: number, position: string) => Promise<void>) | undefined;
}

/** Opens transactions with the settings of their tenant. */
export type Open = <T>(scope: Scope, work: (db: Db) => Promise<T>) => Promise<T>;

/**
 * Reads: every statement is a separate transaction, with its tenant's settings in the same message. PostgreSQL's read
 * committed guarantees no more for several statements either, and isolation costs a read no round trip. So a read holds a
 * connection only during a statement, and none while it waits for anything else.
 */
export function readsOn(server: Server): Open {
  return readsBy(readerOn(server), server.statements);
}

/** Runs one statement as a transaction of its own. */
export type Reader = (statement: TenantStatement, scope: Scope) => Promise<pg.QueryResult>;

export function readsBy(ask: Reader, statements: Statements): Open {
  return (scope, work) => work(builderOn((statement) => ask(statement, scope), statements));
}

export function readerOn({ pool, topology, availability }: Server): Reader {
  const settings = settingsOfEachTransaction(topology);
  const alone = topology.distributed ? bracketed(settings) : inOneMessage(tenantStatements(settings));
  return async (statement, scope) => {
    try {
      const result = await alone(await pool.connect(scope), statement, scope);
      availability.worked();
      return result;
    } catch (error) {
      throw availability.explain(error);
    }
  };
}

type RunAlone = (client: pg.PoolClient, statement: TenantStatement, scope: Scope) => Promise<pg.QueryResult>;

function inOneMessage(first: TenantStatements): RunAlone {
  return (client, statement, scope) =>
    new Promise((resolve, reject) => {
      const hear = (error: Error | null, result: pg.QueryResult) => {
        // It is unknown which of the two statements in the message was prepared when it failed, so the connection is not reused.
        client.release(error ?? undefined);
        if (error) reject(error);
        else resolve(result);
      };
      client.query(new TenantQuery(statement, { scope, first }, hear));
    });
}

/** For several servers: Citus forwards `set local` to its workers, but not settings made by a function. Everything is pipelined. */
function bracketed(settings: Readonly<Record<string, string>>): RunAlone {
  return async (client, { text, name, values }, scope) => {
    // If the begin fails, everything after it fails, and after any failure the commit is a rollback.
    begin(client, { scope, mode: "read only", settings, isApart: true });
    const asked = client.query(name ? { name, text, values } : { text, values });
    const ended = client.query("commit").then(
      () => undefined,
      (broken: Error) => broken,
    );
    try {
      return await asked;
    } finally {
      client.release(await ended);
    }
  };
}
