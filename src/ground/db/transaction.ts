import type { CompiledQuery } from "kysely";
import type pg from "pg";
import { type Ask, builderOn, type Statements } from "./builder.ts";
import { type Availability, type Connections, settingsOfEachTransaction, type Topology } from "./connection/index.ts";
import type { Db, Scope } from "./db.ts";
import { TenantQuery, type TenantStatement, tenantStatement } from "./tenant-query.ts";

/** A PostgreSQL that is asked, by whom and how. */
interface Server {
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
  const alone = topology.distributed ? bracketed(settings) : inOneMessage(tenantStatement(settings));
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

type AskAlone = (client: pg.PoolClient, statement: TenantStatement, scope: Scope) => Promise<pg.QueryResult>;

function inOneMessage(first: string): AskAlone {
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
function bracketed(settings: Readonly<Record<string, string>>): AskAlone {
  return async (client, { text, name, values }, scope) => {
    // A begin that fails fails what is behind it, and whatever fails makes a rollback of the commit.
    begin(client, beginning(scope, "read only", settings), true);
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

/** Writes: one transaction, its `begin` and its tenant's settings in one message with the first statement behind them. */
export function writesOn({ pool, topology, statements, availability, written }: Server): Open {
  const settings = settingsOfEachTransaction(topology);
  const explained = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw availability.explain(error);
    });
  return async (scope, work) => {
    const client = await explained(pool.connect(scope));
    // A begin that fails fails every statement behind it; theirs is the error that is reported.
    begin(client, beginning(scope, "read write", settings), topology.distributed);
    const ask: Ask = ({ text, name, values }) =>
      explained(client.query(name ? { name, text, values } : { text, values }));
    const db = builderOn(ask, statements);
    const sent = openSentAhead(ask, statements);
    ahead.set(db, sent);
    try {
      const result = await work(db);
      for (const act of toWrite.get(db)?.values() ?? []) await act();
      const ended = commit(client, written !== undefined && scope.customerId !== null);
      const position = await sent.before(explained(ended));
      client.release();
      availability.worked();
      if (position !== null && scope.customerId !== null) await written?.(scope.customerId, position);
      for (const act of toDo.get(db) ?? []) act();
      return result;
    } catch (error) {
      await client.query("rollback").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw sent.failure() ?? error;
    }
  };
}

/** The statements of a transaction that nobody waits for. */
interface SentAhead {
  send(query: CompiledQuery): void;
  /** Waits for an end of the transaction that was sent behind them; a commit behind one that failed is none. */
  before<T>(end: Promise<T>): Promise<T>;
  /** What went wrong first: those behind it fail for no reason but that. */
  failure(): Error | undefined;
}

function openSentAhead(ask: Ask, { nameOf, around }: Statements): SentAhead {
  const answers: Promise<unknown>[] = [];
  let failure: Error | undefined;
  return {
    send({ sql, parameters }) {
      const statement = { text: sql, name: nameOf(sql), values: parameters as unknown[] };
      const answer = around ? around(sql, () => ask(statement)) : ask(statement);
      // The driver rejects with errors, and so does what explains them.
      answers.push(answer.catch((error: Error) => void (failure ??= error)));
    },
    async before(end) {
      const [ended] = await Promise.all([end, ...answers]);
      if (failure !== undefined) throw failure;
      return ended;
    },
    failure: () => failure,
  };
}

const ahead = new WeakMap<Db, SentAhead>();

/**
 * Sends a statement whose answer nobody reads. A write goes on at once: PostgreSQL does one after the other anyway, what is asked
 * later sees what this has written, and where it fails the transaction does. So it is not for what may fail and be caught.
 */
export async function sendAhead(db: Db, statement: { compile(db: Db): CompiledQuery }): Promise<void> {
  const sent = ahead.get(db);
  if (sent) sent.send(statement.compile(db));
  else await db.executeQuery(statement.compile(db));
}

const toWrite = new WeakMap<Db, Map<unknown, () => Promise<void>>>();

/**
 * Has something written with what the transaction writes last: whoever adds to the same thing several times writes it once. Of each
 * `what` the first counts. False where there is no transaction to wait for.
 */
export function beforeCommit(db: Db, what: unknown, act: () => Promise<void>): boolean {
  if (!ahead.has(db)) return false;
  const acts = toWrite.get(db) ?? new Map<unknown, () => Promise<void>>();
  if (!acts.has(what)) acts.set(what, act);
  toWrite.set(db, acts);
  return true;
}

/** Where the log ended afterwards, where that is wanted: in the same message. */
async function commit(client: pg.PoolClient, isWanted: boolean): Promise<string | null> {
  if (!isWanted) {
    await client.query("commit");
    return null;
  }
  const results: unknown = await client.query("commit; select pg_current_wal_insert_lsn()::text as position");
  const [, end] = results as readonly pg.QueryResult<{ position: string }>[];
  return end?.rows[0]?.position ?? null;
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

function beginning(
  { customerId, storefrontId, reach }: Scope,
  mode: "read only" | "read write",
  settings: Readonly<Record<string, string>>,
): readonly string[] {
  const local = Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`);
  local.push(`set local interchange.reach = '${reach}'`);
  if (customerId !== null) local.push(`set local interchange.customer_id = '${whole(customerId)}'`);
  if (storefrontId !== undefined) local.push(`set local interchange.storefront_id = '${whole(storefrontId)}'`);
  return [`begin ${mode}`, ...local];
}

/** Pipelined. Citus forwards the whole message that a setting comes in, so there each statement is a message of its own. */
function begin(client: pg.PoolClient, statements: readonly string[], isApart: boolean): void {
  for (const text of isApart ? statements : [statements.join("; ")]) client.query(text).catch(() => undefined);
}

/** The settings are interpolated into SQL, so only integers are allowed there. */
function whole(id: number): number {
  if (!Number.isSafeInteger(id)) throw new TypeError(`not an id: ${String(id)}`);
  return id;
}
