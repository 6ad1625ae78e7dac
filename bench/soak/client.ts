import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** The requests and their outcomes over a whole soak. */
export interface Tally {
  requests: number;
  /** Requests that were sent again because their server died, was overloaded, or was cut off from the database. */
  repeated: number;
  replayed: number;
  readonly byStatus: Map<number, number>;
  /** Answers that must not occur: 5xx other than 503, and bodies that cannot be parsed. */
  readonly bugs: string[];
}

interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT";
  /** From the server's root. */
  readonly path: string;
  readonly key: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a soak reads answers without a schema, and fails if one is not as expected
export type Body = any;

interface Answered {
  readonly status: number;
  readonly body: Body;
}

/** Tries one server after the other until there is an answer, each time under the same idempotency key, as a client should. */
export interface Client {
  readonly tally: Tally;
  send(asked: HttpRequest): Promise<Answered>;
  /** The data of an operation's answer; throws with the answer's own message. Paths are below `/api/v2`. */
  call(method: HttpRequest["method"], path: string, key: string, body?: unknown): Promise<Body>;
}

const PATIENCE_MS = 120_000;
/**
 * How often a request is retried while the first one is still in progress. A write that calls sellers holds its key for two minutes after
 * its server died, which is longer than a lane should be blocked.
 */
const KEY_PATIENCE = 12;
const REQUEST_MS = 45_000;
/** Temporary refusals, after which a retry may succeed: unavailable, overloaded, rate limited, or the first request is still in progress. */
const AGAIN: ReadonlySet<number> = new Set([503, 429]);

export class Refused extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export function openClient(origins: () => readonly string[]): Client {
  const tally: Tally = { requests: 0, repeated: 0, replayed: 0, byStatus: new Map(), bugs: [] };
  let turn = 0;
  const once = (asked: HttpRequest, idempotencyKey: string) => {
    const choices = origins();
    return askOnce(asked, idempotencyKey, choices[turn++ % choices.length] ?? "", tally);
  };

  async function send(asked: HttpRequest): Promise<Answered> {
    const idempotencyKey = randomUUID();
    const deadline = performance.now() + PATIENCE_MS;
    let underWay = 0;
    for (let tries = 0; performance.now() < deadline && underWay < KEY_PATIENCE; tries++) {
      if (tries > 0) tally.repeated += 1;
      const answer = await once(asked, idempotencyKey);
      if (typeof answer !== "string") return answer;
      if (answer === "under way") underWay += 1;
      await sleep(Math.min(100 * 2 ** tries, 2_000));
    }
    throw new Unanswered(`${asked.method} ${asked.path} was not answered`);
  }

  return {
    tally,
    send,
    async call(method, path, key, body) {
      const answer = await send({ method, path: `/api/v2${path}`, key, body });
      const { data, error } = answer.body;
      if (error) throw new Refused(`${method} ${path}: ${answer.status} ${error.message}`, answer.status);
      return data;
    },
  };
}

/** The caller does not know whether the request took effect. */
export class Unanswered extends Error {}

function isUnderWay(status: number, { error }: Body): boolean {
  return status === 409 && String(error?.message).includes("still under way");
}

async function askOnce(
  asked: HttpRequest,
  idempotencyKey: string,
  origin: string,
  tally: Tally,
): Promise<Answered | "away" | "under way"> {
  tally.requests += 1;
  try {
    const answer = await fetch(`${origin}${asked.path}`, {
      method: asked.method,
      headers: {
        authorization: `Bearer ${asked.key}`,
        "content-type": "application/json",
        accept: "application/json",
        ...(asked.method !== "GET" && { "idempotency-key": idempotencyKey }),
        ...asked.headers,
      },
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    const { status } = answer;
    const text = await answer.text();
    tally.byStatus.set(status, (tally.byStatus.get(status) ?? 0) + 1);
    if (answer.headers.get("idempotency-replayed") === "true") tally.replayed += 1;
    if (status >= 500 && status !== 503)
      tally.bugs.push(`${asked.method} ${asked.path}: ${status} ${text.slice(0, 300)}`);
    if (AGAIN.has(status) || status >= 500) return "away";
    const body: Body = text === "" ? {} : JSON.parse(text);
    return isUnderWay(status, body) ? "under way" : { status, body };
  } catch {
    return "away";
  }
}
