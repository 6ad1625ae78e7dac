import { setImmediate as nextTurn } from "node:timers/promises";
import type pg from "pg";
import type { Connections } from "../connection/index.ts";
import type { Scope } from "../db.ts";
import type { TenantStatement } from "../wire/index.ts";
import { type Answered, type Bracket, beginWrite, commit, send, undo } from "./bracket.ts";

/** A statement to send, and the callback for its result. */
export interface Waiting {
  readonly statement: TenantStatement;
  readonly answered: Answered;
}

/** A transaction that is complete before any of it is sent. */
interface CompleteTransaction {
  readonly scope: Scope;
  readonly statements: readonly Waiting[];
}

interface PendingTransaction extends CompleteTransaction {
  readonly ended: PromiseWithResolvers<string | null>;
}

/** Of those that share a connection each waits for the ones before it. */
const MOST_TOGETHER = 8;

export type SendTransaction = (whole: CompleteTransaction) => Promise<string | null>;

/**
 * Sends whole transactions: those that become complete in one turn of the event loop follow each other on one connection, in one round
 * trip. Each is a separate transaction with its own tenant, and none fails because of another.
 */
export function sendingTogether(pool: Connections, bracket: Bracket): SendTransaction {
  let leaving: PendingTransaction[] = [];
  const sendAll = async () => {
    await nextTurn();
    const all = leaving;
    leaving = [];
    for (let at = 0; at < all.length; at += MOST_TOGETHER)
      void sendTogether(pool, bracket, all.slice(at, at + MOST_TOGETHER));
  };
  return (whole) => {
    const ended = Promise.withResolvers<string | null>();
    leaving.push({ ...whole, ended });
    if (leaving.length === 1) void sendAll();
    return ended.promise;
  };
}

async function sendTogether(pool: Connections, bracket: Bracket, all: readonly PendingTransaction[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  try {
    const client = await pool.connect(first.scope);
    const ends = await Promise.allSettled(all.map((one) => sendWhole(client, bracket, one)));
    if (ends.some(({ status }) => status === "rejected")) await undo(client);
    else client.release();
  } catch (error) {
    for (const { statements, ended } of all) {
      for (const { answered } of statements) answered.reject(error);
      ended.reject(error);
    }
  }
}

async function sendWhole(client: pg.PoolClient, bracket: Bracket, { scope, statements, ended }: PendingTransaction) {
  beginWrite(client, scope, bracket);
  sendWaiting(client, statements);
  const end = commit(client, scope, bracket);
  end.then(ended.resolve, ended.reject);
  return end;
}

export function sendWaiting(client: pg.PoolClient, statements: readonly Waiting[]): void {
  for (const { statement, answered } of statements) send(client, statement, answered);
}
