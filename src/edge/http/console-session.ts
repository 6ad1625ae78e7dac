import type { IncomingHttpHeaders } from "node:http";
import { type SessionHolder, type Sessions, sessionIn } from "../../platform/sign-in/sessions/index.ts";

/**
 * A header that only a script of our own pages can send: a form cannot, and another site's script needs a preflight
 * request, which is refused (CORS).
 */
const CONSOLE_HEADER = "x-interchange-console";
/** Which of their organisations the person acts in: by its number. */
const ORGANISATION_HEADER = "x-interchange-organisation";

export interface ConsoleSessions {
  readonly sessions: Sessions;
  readonly publicUrl: string;
}

/**
 * The person signed in with this browser. Undefined if a key or a token was sent, or if the cookie is not accepted: a
 * browser sends it with whatever any page requests, so it only counts for requests of our own pages. Throws what
 * `Sessions` does.
 */
export async function sessionHolderIn(
  headers: IncomingHttpHeaders,
  { sessions, publicUrl }: ConsoleSessions,
): Promise<SessionHolder | undefined> {
  if (headers.authorization !== undefined || headers["x-scope3-api-key"] !== undefined) return undefined;
  const cookie = sessionIn(headers.cookie, publicUrl);
  if (cookie === undefined || !isFromConsole(headers, publicUrl)) return undefined;
  return sessions.holderOf(cookie, organisationIn(headers));
}

/**
 * Browsers set Fetch metadata themselves, and no page can change it; older ones at least send an `Origin` when they
 * post.
 */
function isFromConsole(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, "sec-fetch-site": site, [CONSOLE_HEADER]: said } = headers;
  if (said !== "1" || (site === undefined && origin === undefined)) return false;
  const ours = new URL(publicUrl).origin;
  return (site ?? "same-origin") === "same-origin" && (origin ?? ours) === ours;
}

/**
 * Null if none is named. A value that is not an organisation's number is treated as an organisation to which nobody
 * belongs.
 */
function organisationIn({ [ORGANISATION_HEADER]: named }: IncomingHttpHeaders): number | null {
  if (named === undefined) return null;
  return typeof named === "string" && /^[1-9]\d{0,14}$/.test(named) ? Number(named) : 0;
}
