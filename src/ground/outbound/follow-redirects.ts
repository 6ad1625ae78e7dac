import { urlOf } from "./destination.ts";
import { OutboundError } from "./outbound.ts";
import type { Answer, Hop } from "./wire.ts";

/** The last answer of a chain of redirects, and its URL. If redirects are not followed, a redirect is returned like any other answer. */
export async function followRedirects(
  first: Hop,
  max: number,
  send: (hop: Hop) => Promise<Answer>,
): Promise<{ answer: Answer; url: string }> {
  let hop = first;
  for (let followed = 0; ; followed += 1) {
    const answer = await send(hop);
    const location = isRedirect(answer.status) ? answer.headers.get("location") : null;
    if (location === null || max === 0) return { answer, url: hop.url.href };
    await answer.body?.cancel();
    if (followed === max) throw new OutboundError("too_many_redirects", `more than ${max} redirects`);
    hop = redirected(hop, answer.status, urlOf(location, hop.url));
  }
}

/**
 * The headers that may be sent to another origin. Any other header may be a credential, because customers choose the names of theirs, so
 * doubtful ones are dropped.
 */
const CARRIED = new Set([
  "accept",
  "accept-language",
  "content-type",
  "content-encoding",
  "idempotency-key",
  "user-agent",
]);

/** The request that follows a redirect, with its method chosen according to the Fetch standard (HTTP-redirect fetch, step 12). */
function redirected(hop: Hop, status: number, url: URL): Hop {
  const headers = Object.entries(hop.headers).filter(
    ([name]) => url.origin === hop.url.origin || CARRIED.has(name.toLowerCase()),
  );
  if (!becomesGet(status, hop.method)) return { ...hop, url, headers: Object.fromEntries(headers) };
  const bodiless = headers.filter(([name]) => !/^content-/i.test(name));
  return { url, method: "GET", headers: Object.fromEntries(bodiless), body: undefined };
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== "GET" && method !== "HEAD";
  return (status === 301 || status === 302) && method === "POST";
}
