import type pg from "pg";
import { begin } from "../begin.ts";
import type { Scope } from "../db.ts";
import { CommandQuery, StatementQuery, type TenantStatement } from "../wire/index.ts";

/** How transactions on a server begin and end. */
export interface Bracket {
  /** The settings of each in addition to its tenant. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether each statement of the beginning is a separate message. */
  readonly isApart: boolean;
  /** Whether the position of the log is needed after a customer's transaction. */
  readonly isFollowed: boolean;
}

/** Hears a statement's result. */
export interface Answered {
  resolve(result: pg.QueryResult): void;
  reject(error: unknown): void;
}

/** The first error of the transaction on a connection. */
const failures = new WeakMap<pg.PoolClient, unknown>();
/** The SQLSTATE for a statement in a transaction that has already failed. */
const FAILED_BEFORE = "25P02";

export function beginWrite(client: pg.PoolClient, scope: Scope, { settings, isApart }: Bracket): void {
  failures.delete(client);
  begin(client, { scope, mode: "read write", settings, isApart });
}

/** Statements after a failed one fail with the same error, so that each caller learns the cause. */
export function send(client: pg.PoolClient, statement: TenantStatement, { resolve, reject }: Answered): void {
  client.query(
    new StatementQuery(statement, (error, result) => (error ? reject(causeOf(client, error)) : resolve(result))),
  );
}

function causeOf(client: pg.PoolClient, error: unknown): unknown {
  if ((error as { readonly code?: unknown }).code === FAILED_BEFORE) return failures.get(client) ?? error;
  failures.set(client, error);
  return error;
}

/** Also queries the position of the log in the same message, if it is needed. */
export async function commit(client: pg.PoolClient, scope: Scope, { isFollowed }: Bracket): Promise<string | null> {
  if (!isFollowed || scope.customerId === null) {
    await command(client, "commit");
    return null;
  }
  const results: unknown = await client.query("commit; select pg_current_wal_insert_lsn()::text as position");
  const [, end] = results as readonly pg.QueryResult<{ position: string }>[];
  return end?.rows[0]?.position ?? null;
}

function command(client: pg.PoolClient, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CommandQuery(text, (error) => (error ? reject(error) : resolve())));
  });
}

/** The connection is clean again, or closed. */
export async function undo(client: pg.PoolClient): Promise<void> {
  await client.query("rollback").then(
    () => client.release(),
    (broken: Error) => client.release(broken),
  );
}
