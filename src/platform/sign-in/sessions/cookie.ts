import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { SESSION_MS } from "./session.ts";

const SESSION_COOKIE = "interchange_session";

/**
 * A browser only accepts this from this host, over TLS, for all of its paths (RFC 6265bis 4.1.3.2): a neighbouring host
 * cannot set it.
 */
const HOST_PREFIX = "__Host-";

/** The `Set-Cookie` of a session. `publicUrl` says whether browsers reach us over TLS. */
export function sessionCookie(value: string, publicUrl: string): string {
  return cookieOf(SESSION_COOKIE, value, SESSION_MS / SECOND_MS, publicUrl);
}

/** The `Set-Cookie` that makes a browser forget its session. */
export function endedSessionCookie(publicUrl: string): string {
  return cookieOf(SESSION_COOKIE, "", 0, publicUrl);
}

/** Without TLS, which is how a loopback is reached, browsers refuse the prefix, and the name goes without it. */
export function cookieOf(name: string, value: string, maxAgeSeconds: number, publicUrl: string): string {
  const [prefix, secure] = isSecure(publicUrl) ? [HOST_PREFIX, "; Secure"] : ["", ""];
  return `${prefix}${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** A browser's session cookie: only under the name that we set, so that nobody else's is accepted. */
export function sessionIn(header: string | undefined, publicUrl: string): string | undefined {
  return valueIn(header, isSecure(publicUrl) ? `${HOST_PREFIX}${SESSION_COOKIE}` : SESSION_COOKIE);
}

/** What ties a form to its browser: the session, whichever connection it came by. */
export function sessionBrowserIn(header: string | undefined): string | undefined {
  return cookieIn(header, SESSION_COOKIE);
}

/** The first cookie of this name in a `Cookie` header, with or without the prefix; undefined if missing or empty. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  return valueIn(header, `${HOST_PREFIX}${name}`) ?? valueIn(header, name);
}

function valueIn(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}
