import { Unavailable } from "../../kernel/errors.ts";
import type { Log } from "../../kernel/log.ts";

/** What a database can currently do: everything, read but not write, or nothing. */
export type Condition = "ok" | "full" | "unreachable";

const RETRY_AFTER_SECONDS = 5;
const LINE_EVERY_MS = 60_000;
/**
 * Nothing reports that a disk has space again, and small writes succeed before large ones: it counts as full for this
 * long after the last error.
 */
const FULL_FOR_MS = 10_000;

/** The state of the database as this process sees it. An outage is logged once a minute, and once when it is over. */
export interface Availability {
  /**
   * The error for the caller: the driver's error, explained for callers if the database is unavailable, full or
   * overloaded.
   */
  explain(error: unknown): unknown;
  /** A statement was answered, or a transaction written. */
  worked(): void;
  condition(): Condition;
}

export function openAvailability(log: Log): Availability {
  let condition: Condition = "ok";
  let [since, heardAt, saidAt] = [0, 0, Number.NEGATIVE_INFINITY];

  const hear = (response: Exclude<Condition, "ok">, error: unknown) => {
    const now = performance.now();
    if (condition === "ok") since = now;
    condition = response;
    heardAt = now;
    if (now - saidAt < LINE_EVERY_MS) return;
    saidAt = now;
    log.error({ err: error, forSeconds: seconds(now - since) }, SAYING[response]);
  };
  const isOver = () => performance.now() - heardAt > FULL_FOR_MS;
  return {
    explain(error) {
      const known = awayOf(error);
      if (known) hear(known.condition, error);
      if (known || !isCrowdedOut(error)) return known ?? error;
      log.warn({ err: error }, "a transaction was cancelled in favour of others, and nothing was written");
      return new Unavailable(CROWDED, {
        cause: error,
        retryAfterSeconds: 1,
        details: { reason: "database_busy" },
      });
    },
    worked() {
      if (condition === "ok" || (condition === "full" && !isOver())) return;
      log.info({ afterSeconds: seconds(performance.now() - since) }, "the database answers again");
      condition = "ok";
    },
    condition() {
      return condition === "full" && isOver() ? "ok" : condition;
    },
  };
}

/** The database is unavailable, or full: nothing of the transaction remains, unless its commit was in progress. */
export class DatabaseAway extends Unavailable {
  readonly condition: Exclude<Condition, "ok">;

  constructor(condition: Exclude<Condition, "ok">, cause: unknown) {
    super(TOLD[condition], {
      cause,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      details: { reason: `database_${condition}` },
    });
    this.condition = condition;
  }
}

const TOLD = {
  unreachable:
    "the database is temporarily unavailable: try again in a few seconds; repeated under its Idempotency-Key, a write has one effect",
  full: "the database has no space left, so nothing was written: try again once its operator has freed space; reading still works",
} as const;

const CROWDED =
  "the database was overloaded, so nothing was written: try again; repeated under its Idempotency-Key, a write has one effect";

/** Deadlocks, serialisation failures, and timeouts of statements or transactions, by SQLSTATE. */
const TRANSIENT_ERRORS: ReadonlySet<string> = new Set(["40001", "40P01", "55P03", "57014", "25P03"]);

function isCrowdedOut(error: unknown): boolean {
  return TRANSIENT_ERRORS.has(String((error as { readonly code?: unknown } | null)?.code));
}

const SAYING = {
  unreachable: "the database is unavailable: requests are answered with 503 until it is back",
  full: "the database has no room left on its disk: writes are answered with 503 until there is some",
} as const;

/** The same error explained for callers, if the database is unavailable or full; undefined for any other. */
export function awayOf(error: unknown): DatabaseAway | undefined {
  if (error instanceof DatabaseAway) return error;
  const { code = "", message = "", syscall } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (FULL.has(String(code))) return new DatabaseAway("full", error);
  const gone = GONE.has(String(code)) || String(code).startsWith("08") || GONE_WORDS.test(String(message));
  const hasNoSocket = syscall === "connect" && GONE_SOCKET.has(String(code));
  return gone || hasNoSocket ? new DatabaseAway("unreachable", error) : undefined;
}

/** PostgreSQL's SQLSTATE for a disk without room (appendix A, class 53). */
const FULL: ReadonlySet<string> = new Set(["53100"]);

/** Shut down, crashed, starting or without free connections, by SQLSTATE; network errors, by Node's codes. */
const GONE: ReadonlySet<string> = new Set([
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** A Unix socket whose server has ended, or that has too many waiting; a file may be missing as well, and nothing is away then. */
const GONE_SOCKET: ReadonlySet<string> = new Set(["ENOENT", "EAGAIN"]);

/** What `pg` throws without a code, when a connection is lost. */
const GONE_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|timeout exp|timeout exceeded when trying to connect)/;

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
