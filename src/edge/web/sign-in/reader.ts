import type { FastifyRequest } from "fastify";
import type { Host } from "../../../ground/kernel/host.ts";
import {
  findSession,
  type SessionHolder,
  type SignInMethod,
  type SigningIn,
  sessionIn,
} from "../../../platform/sign-in/sessions/index.ts";
import { anonymously } from "../join/invitation.ts";

/** The reader of a page, if they are signed in. */
export async function readerOf(request: FastifyRequest, host: Host): Promise<SessionHolder | undefined> {
  const cookie = sessionIn(request.headers.cookie, host.installation.publicUrl);
  return cookie === undefined ? undefined : anonymously(host, request.id, "read", (ctx) => findSession(ctx, cookie));
}

/** The browser that is being signed in. If it had a session before, that session ends. */
export function signingIn({ headers }: FastifyRequest, { installation }: Host, method: SignInMethod): SigningIn {
  return { method, userAgent: headers["user-agent"], replaces: sessionIn(headers.cookie, installation.publicUrl) };
}
