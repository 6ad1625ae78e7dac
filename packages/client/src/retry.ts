import { Unreachable } from "./api-error.ts";

export interface Retries {
  /** How often a failed call is repeated. */
  readonly retries: number;
  /** The longest wait before a retry; if a server asks for more, the caller gets the error instead. */
  readonly mostWaitMs: number;
  readonly wait: (ms: number) => Promise<void>;
}

const USUAL: Retries = {
  retries: 3,
  mostWaitMs: 30_000,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Temporary states of the server or of a proxy. A 500 is not one: the same request would fail again. */
const PASSING = new Set([429, 502, 503, 504]);
const FIRST_WAIT_MS = 250;

/** Retries temporary failures. Reads can be repeated, and so can writes, because they carry their key. */
export function retrying(
  fetch: (request: Request) => Promise<Response>,
  given: Partial<Retries> = {},
): (request: Request) => Promise<Response> {
  const { retries, mostWaitMs, wait } = { ...USUAL, ...given };
  return async (request) => {
    for (let tries = 0; ; tries++) {
      const attempt = await attemptOf(fetch, request.clone());
      if (request.signal.aborted && "error" in attempt) throw attempt.error;
      const again = tries < retries && isPassing(attempt);
      const pause = again ? pauseOf(attempt, tries) : 0;
      if (!again || pause > mostWaitMs) {
        if ("error" in attempt) throw new Unreachable(attempt.error);
        return attempt.response;
      }
      await wait(pause);
    }
  };
}

type Attempt = { readonly response: Response } | { readonly error: unknown };

async function attemptOf(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Attempt> {
  try {
    return { response: await fetch(request) };
  } catch (error) {
    return { error };
  }
}

function isPassing(attempt: Attempt): boolean {
  return "error" in attempt || PASSING.has(attempt.response.status);
}

/**
 * As the server requests (RFC 9110 §10.2.3), or with doubling pauses, randomised so that callers do not return at the
 * same time.
 */
function pauseOf(attempt: Attempt, tries: number): number {
  const asked = "response" in attempt ? attempt.response.headers.get("retry-after") : null;
  const seconds = Number(asked);
  if (asked !== null && Number.isFinite(seconds)) return seconds * 1_000;
  if (asked !== null && !Number.isNaN(Date.parse(asked))) return Math.max(0, Date.parse(asked) - Date.now());
  return FIRST_WAIT_MS * 2 ** tries * (0.5 + Math.random() / 2);
}
