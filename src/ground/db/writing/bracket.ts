import type pg from "pg";
import { begin } from "../begin.ts";
import type { Scope } from "../db.ts";
import { StatementQuery } from "../statement-query.ts";
import type { TenantStatement } from "../tenant-query.ts";

/** How a server's transactions begin and end. */
export interface Bracket {
  /** What each is told besides its tenant. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether each statement of its beginning is a message of its own. */
  readonly isApart: boolean;
  /** Whether somebody wants to know where the log ended after a customer's. */
  readonly isFollowed: boolean;
}

export function beginWrite(client: pg.PoolClient, scope: Scope, { settings, isApart }: Bracket): void {
  begin(client, { scope, mode: "read write", settings, isApart });
}

export function send(client: pg.PoolClient, statement: TenantStatement): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(new StatementQuery(statement, (error, result) => (error ? reject(error) : resolve(result))));
  });
}

/** Where the log ended afterwards, where that is wanted: in the same message. */
export async function commit(client: pg.PoolClient, scope: Scope, { isFollowed }: Bracket): Promise<string | null> {
  if (!isFollowed || scope.customerId === null) {
    await client.query("commit");
    return null;
  }
  const results: unknown = await client.query("commit; select pg_current_wal_insert_lsn()::text as position");
  const [, end] = results as readonly pg.QueryResult<{ position: string }>[];
  return end?.rows[0]?.position ?? null;
}

/** The connection is clean again, or gone. */
export async function undo(client: pg.PoolClient): Promise<void> {
  await client.query("rollback").then(
    () => client.release(),
    (broken: Error) => client.release(broken),
  );
}
