import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { SESSION_MS } from "./session.ts";

const SESSION_COOKIE = "interchange_session";

/**
 * With this prefix, a browser only accepts a cookie from this very host, over TLS and for all of its paths (RFC 6265bis 4.1.3.2), so a
 * neighbouring host cannot set it.
 */
const HOST_PREFIX = "__Host-";

/** The `Set-Cookie` header of a session. `publicUrl` shows whether browsers reach us over TLS. */
export function sessionCookie(value: string, publicUrl: string): string {
  return cookieOf(SESSION_COOKIE, value, SESSION_MS / SECOND_MS, publicUrl);
}

/** The `Set-Cookie` header that makes a browser forget its session. */
export function endedSessionCookie(publicUrl: string): string {
  return cookieOf(SESSION_COOKIE, "", 0, publicUrl);
}

/** Without TLS, as on loopback, browsers refuse the prefix, so the name is used without it. */
export function cookieOf(name: string, value: string, maxAgeSeconds: number, publicUrl: string): string {
  const [prefix, secure] = isSecure(publicUrl) ? [HOST_PREFIX, "; Secure"] : ["", ""];
  return `${prefix}${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** A browser's session cookie. Only the name that we set is accepted, so that cookies set by others do not count. */
export function sessionIn(header: string | undefined, publicUrl: string): string | undefined {
  return valueIn(header, isSecure(publicUrl) ? `${HOST_PREFIX}${SESSION_COOKIE}` : SESSION_COOKIE);
}

/** The value that binds a form to its browser: the session, with or without TLS. */
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
