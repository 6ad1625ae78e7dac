import { SECOND_MS } from "../../ground/kernel/clock.ts";
import { SESSION_MS } from "./session.ts";

export const SESSION_COOKIE = "interchange_session";

/** The `Set-Cookie` of a session. `publicUrl` says whether browsers reach us over TLS. */
export function sessionCookie(value: string, publicUrl: string): string {
  return cookieOf(SESSION_COOKIE, value, SESSION_MS / SECOND_MS, publicUrl);
}

/** The `Set-Cookie` that makes a browser forget its session. */
export function endedSessionCookie(publicUrl: string): string {
  return cookieOf(SESSION_COOKIE, "", 0, publicUrl);
}

export function cookieOf(name: string, value: string, maxAgeSeconds: number, publicUrl: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The first cookie of this name in a `Cookie` header; undefined where there is none, and for an empty one. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}
