import type pg from "pg";
import { type Connections, hasLeft } from "../connection/index.ts";
import type { Scope } from "../db.ts";
import type { TenantStatement } from "../wire/index.ts";
import { type Bracket, beginWrite, commit, send, undo } from "./bracket.ts";
import { type SendTransaction, sendWaiting, type Waiting } from "./sent-together.ts";

/** A transaction that acquires a connection when a result is first awaited, and none if there is nothing to send. */
interface WriteTransaction {
  /** Sends a statement whose result is awaited. */
  ask(statement: TenantStatement): Promise<pg.QueryResult>;
  /** Sends a statement together with the next awaited one, or with the commit. */
  leave(statement: TenantStatement): Promise<pg.QueryResult>;
  /** Sends what is queued; resolves once it is being sent. */
  flush(): Promise<void>;
  /** The same; resolves once all of it has left this process. */
  sendOff(): Promise<void>;
  /** Commits; resolves with the position of the log, if that is needed. */
  end(): Promise<string | null>;
  undo(): Promise<void>;
}

interface Resources {
  readonly pool: Connections;
  readonly bracket: Bracket;
  readonly sendWhole: SendTransaction;
  /** What a statement's error means to its caller. */
  explain(error: unknown): unknown;
}

export function openWriteTransaction({ pool, bracket, sendWhole, explain }: Resources, scope: Scope): WriteTransaction {
  const waiting: Waiting[] = [];
  let client: pg.PoolClient | undefined;
  let opening: Promise<void> | undefined;
  let isOver = false;
  const open = async () => {
    try {
      const opened = await pool.connect(scope);
      beginWrite(opened, scope, bracket);
      sendWaiting(opened, waiting.splice(0));
      client = opened;
    } catch (error) {
      for (const { answered } of waiting.splice(0)) answered.reject(error);
      // The next attempt acquires another connection.
      opening = undefined;
    }
  };
  const leave = (statement: TenantStatement) => {
    if (isOver) return refusal();
    return sendOrQueue({ client, waiting, explain }, statement);
  };
  const flush = async () => {
    if (!client && !isOver) await (opening ??= open());
  };
  return {
    leave,
    flush,
    sendOff: () => flush().then(() => client && hasLeft(client)),
    ask(statement) {
      const answer = leave(statement);
      void flush();
      return answer;
    },
    async end() {
      await opening;
      isOver = true;
      if (!client) return waiting.length > 0 ? sendWhole({ scope, statements: waiting }) : null;
      const position = await commit(client, scope, bracket);
      client.release();
      client = undefined;
      return position;
    },
    async undo() {
      await opening;
      isOver = true;
      if (client) await undo(client);
    },
  };
}

/** By then, the connection may belong to another caller. */
function refusal(): Promise<never> {
  return Promise.reject(new Error("the transaction is over: nothing is asked in it any more"));
}

interface Queue extends Pick<Resources, "explain"> {
  readonly client: pg.PoolClient | undefined;
  readonly waiting: Waiting[];
}

/** Sends it if there is a connection already. */
function sendOrQueue({ client, waiting, explain }: Queue, statement: TenantStatement): Promise<pg.QueryResult> {
  const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>();
  const answered = { resolve, reject: (error: unknown) => reject(explain(error)) };
  if (client) send(client, statement, answered);
  else waiting.push({ statement, answered });
  return promise;
}
