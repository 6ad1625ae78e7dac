import type { FastifyReply, FastifyRequest } from "fastify";
import { checkFormToken, nextOf } from "../../../platform/sign-in/index.ts";
import { PasskeyInvalid, signInByPasskey } from "../../../platform/sign-in/passkeys/index.ts";
import { sessionCookie } from "../../../platform/sign-in/sessions/index.ts";
import { requestAddress } from "../authorization/request-address.ts";
import { anonymously } from "../join/invitation.ts";
import type { Joining } from "../join/sign-up.ts";
import { addCookie, pageContextOf } from "../page-context.ts";
import { postedIn } from "../posted-form.ts";
import { signingIn } from "./reader.ts";

/** `POST /sign-in/passkey`: receives a passkey's signature from the form that requested it, in the same browser. */
export async function handlePasskey(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  const { host, limits } = web;
  request.noted = { operation: "signInByPasskey" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const posted = postedIn(request.body);
  const next = nextOf(posted.field("next") || undefined);
  const { browser } = pageContextOf(request, null);
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("form"));
  if (!ours || browser === undefined) return requestAddress(request, reply, host, { passkey: "again", next });
  try {
    const signIn = signingIn(request, host, "passkey");
    const answer = posted.field("response");
    const session = await anonymously(host, request.id, "write", (ctx) =>
      signInByPasskey(ctx, answer, browser, signIn),
    );
    addCookie(reply, sessionCookie(session.cookie, host.installation.publicUrl));
    return reply.redirect(next ?? "/console", 303);
  } catch (error) {
    if (error instanceof PasskeyInvalid) return requestAddress(request, reply, host, { passkey: "refused", next });
    throw error;
  }
}
