import type { FastifyReply, FastifyRequest } from "fastify";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { signInByLink } from "../../../platform/sign-in/index.ts";
import { sessionCookie } from "../../../platform/sign-in/sessions/index.ts";
import { anonymously } from "../join/invitation.ts";
import type { Joining } from "../join/sign-up.ts";
import { addCookie } from "../page-context.ts";
import { signingIn } from "./reader.ts";

/**
 * `GET` of a link that a sandbox printed at its start. It signs in immediately, because no mail scanner can read it; browsers that preload
 * it are refused.
 */
export async function enterDesk(request: FastifyRequest, reply: FastifyReply, { host, limits }: Joining) {
  request.noted = { operation: "enterDesk" };
  const { sandbox, publicUrl } = host.installation;
  if (!sandbox) throw new NotFound("this link works only in a sandbox");
  await limits.countAddress(request.ip, "sign_in", reply);
  if (request.headers["sec-purpose"] !== undefined) return reply.code(503).send();
  const token = String((request.query as { readonly token?: unknown }).token);
  const browser = signingIn(request, host, "mail_link");
  const { session } = await anonymously(host, request.id, "write", (ctx) =>
    signInByLink(ctx, token, browser, { wantsKey: false }),
  );
  addCookie(reply, sessionCookie(session.cookie, publicUrl));
  return reply.header("referrer-policy", "no-referrer").redirect("/console", 303);
}
