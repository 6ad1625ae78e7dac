import type { FastifyReply, FastifyRequest } from "fastify";
import { nextOf } from "../../../platform/sign-in/index.ts";
import { mailSignInLink, requestAddress } from "../authorization/request-address.ts";
import { handleMailLink, showMailLink } from "../join/open-mail-link.ts";
import type { Joining } from "../join/sign-up.ts";
import { postedIn } from "../posted-form.ts";
import { readerOf } from "./reader.ts";

/** `GET /sign-in`: the page behind a link in a mail, or the form that requests one. A person who is signed in already is redirected. */
export async function showSignIn(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  const { token, next: named } = request.query as { readonly token?: unknown; readonly next?: unknown };
  if (token !== undefined) return showMailLink(request, reply, web);
  request.noted = { operation: "showSignIn" };
  const next = typeof named === "string" ? nextOf(named) : undefined;
  if (next !== undefined && (await readerOf(request, web.host))) return reply.redirect(next, 303);
  return requestAddress(request, reply, web.host, { next });
}

/** `POST /sign-in`: sent by the button of the link's page, or by the form. */
export async function handleSignIn(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  const posted = postedIn(request.body);
  if (posted.field("token") !== "") return handleMailLink(request, reply, web);
  request.noted = { operation: "takeSignIn" };
  await web.limits.countAddress(request.ip, "sign_in", reply);
  const next = nextOf(posted.field("next") || undefined);
  return mailSignInLink(request, reply, web.host, { next, carried: next });
}
