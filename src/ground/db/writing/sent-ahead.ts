import type { CompiledQuery } from "kysely";
import type pg from "pg";
import type { RunStatement, Statements } from "../builder.ts";
import type { Db } from "../db.ts";

/** Receives a statement's result before its transaction ends for its caller. */
type RowsListener = (rows: readonly unknown[]) => void;

/** A transaction's statements whose results nobody waits for. */
export interface SentAhead {
  send(query: CompiledQuery, hear?: RowsListener): Promise<pg.QueryResult>;
  /** Waits for the end of the transaction, which was sent after them; a commit after a failed one does not count. */
  before<T>(end: Promise<T>): Promise<T>;
  /** The first error: the statements after it only fail because of it. */
  failure(): Error | undefined;
  /** Sends what is queued, because a result is awaited. */
  flush(): Promise<void>;
  /** The same; resolves once all of it has left this process. */
  sendOff(): Promise<void>;
}

export function openSentAhead(
  db: Db,
  { leave, flush, sendOff }: { readonly leave: RunStatement } & Pick<SentAhead, "flush" | "sendOff">,
  { nameOf, around }: Statements,
): SentAhead {
  const answers: Promise<unknown>[] = [];
  let failure: Error | undefined;
  const sent: SentAhead = {
    send({ sql, parameters }, hear = ignore) {
      const statement = { text: sql, name: nameOf(sql), values: parameters as unknown[] };
      const answer = around ? around(sql, () => leave(statement)) : leave(statement);
      const taken = hear === ignore ? answer : answer.then(({ rows }) => hear(rows));
      // The driver only rejects with errors, and so does the code that explains them.
      answers.push(taken.catch((error: Error) => void (failure ??= error)));
      return answer;
    },
    async before(end) {
      const [ended] = await Promise.all([end, ...answers]);
      if (failure !== undefined) throw failure;
      return ended;
    },
    failure: () => failure,
    flush,
    sendOff,
  };
  ahead.set(db, sent);
  return sent;
}

const ahead = new WeakMap<Db, SentAhead>();

/** Whether it is a write transaction, whose statements see its earlier writes. */
export function isWriting(db: Db): boolean {
  return ahead.has(db);
}

/**
 * Sends a statement whose result nobody waits for. The write continues immediately: PostgreSQL executes statements in order anyway, later
 * ones see its effect, and if it fails, so does the transaction. So it must not be used if a failure would be caught. It is sent with the
 * next statement, or with the commit; a transaction that contains nothing else is a single message.
 */
export async function sendAhead(
  db: Db,
  statement: { compile(db: Db): CompiledQuery },
  hear: RowsListener = ignore,
): Promise<void> {
  const sent = ahead.get(db);
  if (sent) void sent.send(statement.compile(db), hear);
  else hear((await db.executeQuery(statement.compile(db))).rows);
}

/**
 * Sends what is queued, and resolves once it has left this process, so that PostgreSQL works on it while the caller computes: a socket
 * accepts a limited amount at a time, and the rest would wait until the caller has finished. Only for large amounts, because the
 * caller's transaction then occupies a connection earlier.
 */
export async function sendNow(db: Db): Promise<void> {
  await ahead.get(db)?.sendOff();
}

function ignore(): void {}

/**
 * Sends a statement whose result is awaited later, after the statements that follow have been sent: all of them take one round trip. It
 * stays in order with other statements that are sent ahead, whereas an awaited query is sent a moment later.
 */
export function askAhead<R>(db: Db, statement: { compile(db: Db): CompiledQuery<R> }): () => Promise<readonly R[]> {
  const sent = ahead.get(db);
  const answer = sent ? sent.send(statement.compile(db)) : db.executeQuery<R>(statement.compile(db));
  // If nobody reads the result, its failure is reported by the end of the transaction instead.
  answer.catch(() => undefined);
  return async () => {
    void sent?.flush();
    return (await answer).rows as readonly R[];
  };
}

const toWrite = new WeakMap<Db, Map<unknown, () => Promise<void>>>();

/**
 * Registers a write for the end of the transaction, so that something that is added to several times is written once. For each
 * `what`, only the first registration counts. False if there is no transaction to wait for.
 */
export function beforeCommit(db: Db, what: unknown, act: () => Promise<void>): boolean {
  if (!ahead.has(db)) return false;
  const acts = toWrite.get(db) ?? new Map<unknown, () => Promise<void>>();
  if (!acts.has(what)) acts.set(what, act);
  toWrite.set(db, acts);
  return true;
}

export async function writeLast(db: Db): Promise<void> {
  const acts = toWrite.get(db);
  for (const [what, act] of acts ?? []) {
    // A write that adds to what is already written makes it be written again, after the others.
    acts?.delete(what);
    await act();
  }
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

export function actAfterCommit(db: Db): void {
  for (const act of toDo.get(db) ?? []) act();
}
