import type { IncomingHttpHeaders } from "node:http";
import { type SessionHolder, type Sessions, sessionIn } from "../../platform/sign-in/sessions/index.ts";

/**
 * A header that only a script on our own pages can send: forms cannot set it, and a script on another site would need a preflight request,
 * which is refused (CORS).
 */
const CONSOLE_HEADER = "x-interchange-console";
/** The number of the organisation in which the person acts. */
const ORGANISATION_HEADER = "x-interchange-organisation";

export interface ConsoleSessions {
  readonly sessions: Sessions;
  readonly publicUrl: string;
}

/**
 * The person who is signed in with this browser. Undefined if a key or a token was sent, or if the cookie must not be accepted: a browser
 * sends it with requests from any page, so it only counts for requests from our own pages. Throws the same errors as `Sessions`.
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

/** Browsers set Fetch metadata themselves, and no page can change it; older browsers at least send an `Origin` with a POST. */
function isFromConsole(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, "sec-fetch-site": site, [CONSOLE_HEADER]: said } = headers;
  if (said !== "1" || (site === undefined && origin === undefined)) return false;
  const ours = new URL(publicUrl).origin;
  return (site ?? "same-origin") === "same-origin" && (origin ?? ours) === ours;
}

/** Null if none is named. A value that is not an organisation's number is treated as an organisation to which nobody belongs. */
function organisationIn({ [ORGANISATION_HEADER]: named }: IncomingHttpHeaders): number | null {
  if (named === undefined) return null;
  return typeof named === "string" && /^[1-9]\d{0,14}$/.test(named) ? Number(named) : 0;
}
