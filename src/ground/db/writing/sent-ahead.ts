import type { CompiledQuery } from "kysely";
import type pg from "pg";
import type { RunStatement, Statements } from "../builder.ts";
import type { Db } from "../db.ts";

/** Is told what a statement answered, before its transaction is over for whoever opened it. */
type RowsListener = (rows: readonly unknown[]) => void;

/** The statements of a transaction that nobody waits for. */
export interface SentAhead {
  send(query: CompiledQuery, hear?: RowsListener): Promise<pg.QueryResult>;
  /** Waits for an end of the transaction that was sent behind them; a commit behind one that failed is none. */
  before<T>(end: Promise<T>): Promise<T>;
  /** What went wrong first: those behind it fail for no reason but that. */
  failure(): Error | undefined;
  /** Has what waits sent, because an answer is waited for. */
  flush(): Promise<void>;
  /** The same; answers once all of it has left this process. */
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
      const taken = answer.then(({ rows }) => hear(rows));
      // The driver rejects with errors, and so does what explains them.
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

/** Whether it is a write's transaction, whose statements see what it has written before. */
export function isWriting(db: Db): boolean {
  return ahead.has(db);
}

/**
 * Sends a statement whose answer nobody waits for. A write goes on at once: PostgreSQL does one after the other anyway, what is asked
 * later sees what this has written, and where it fails the transaction does. So it is not for what may fail and be caught. It goes out with
 * what is asked next, or with the commit: a transaction of nothing else is one message.
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
 * Has what was sent ahead set out, and answers once it has left, so that PostgreSQL works on it while the caller computes: a socket takes
 * so much at a time, and what is left over would wait until the caller has finished. For much at a time: it is the caller's transaction
 * that takes a connection sooner.
 */
export async function sendNow(db: Db): Promise<void> {
  await ahead.get(db)?.sendOff();
}

function ignore(): void {}

/**
 * Sends a statement whose answer is waited for later, when what follows has been sent behind it: all of it is one round trip. In its
 * place among what is sent ahead, whereas a query that is awaited takes a moment to be sent.
 */
export function askAhead<R>(db: Db, statement: { compile(db: Db): CompiledQuery<R> }): () => Promise<readonly R[]> {
  const sent = ahead.get(db);
  const answer = sent ? sent.send(statement.compile(db)) : db.executeQuery<R>(statement.compile(db));
  // Whoever never asks for the answer is not to hear of its failure either: the end of the transaction does.
  answer.catch(() => undefined);
  return async () => {
    void sent?.flush();
    return (await answer).rows as readonly R[];
  };
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

export async function writeLast(db: Db): Promise<void> {
  const acts = toWrite.get(db);
  for (const [what, act] of acts ?? []) {
    // One that adds to what has been written has it written once more, behind the others.
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
