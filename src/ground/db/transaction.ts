import type pg from "pg";
import { begin } from "./begin.ts";
import { builderOn, type Statements } from "./builder.ts";
import { type Availability, type Connections, settingsOfEachTransaction, type Topology } from "./connection/index.ts";
import type { Db, Scope } from "./db.ts";
import { TenantQuery, type TenantStatement, type TenantStatements, tenantStatements } from "./tenant-query.ts";

/** A PostgreSQL that is asked, by whom and how. */
export interface Server {
  readonly pool: Connections;
  readonly topology: Topology;
  readonly statements: Statements;
  readonly availability: Availability;
  /** Hears where the log ended after a customer's write; undefined where nobody wants to know. */
  readonly written?: ((customerId: number, position: string) => Promise<void>) | undefined;
}

/** Opens transactions that know their tenant. */
export type Open = <T>(scope: Scope, work: (db: Db) => Promise<T>) => Promise<T>;

/**
 * Reads: every statement is a separate transaction, with its tenant's settings in the same message. PostgreSQL's read
 * committed guarantees no more for several statements either, and isolation costs a read no round trip. So a read has a
 * connection no longer than a statement, and none while it waits for anything else.
 */
export function readsOn(server: Server): Open {
  return readsBy(readerOn(server), server.statements);
}

/** Asks one statement, which is a transaction of its own. */
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
        // Which of the two statements in a message was prepared when it failed is not known: the next caller gets another.
        client.release(error ?? undefined);
        if (error) reject(error);
        else resolve(result);
      };
      client.query(new TenantQuery(statement, { scope, first }, hear));
    });
}

/** For several servers: Citus passes `set local` on to its workers, but no setting by a function. All of it is pipelined. */
function bracketed(settings: Readonly<Record<string, string>>): RunAlone {
  return async (client, { text, name, values }, scope) => {
    // A begin that fails fails what is behind it, and whatever fails makes a rollback of the commit.
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
