import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Host } from "../../../ground/kernel/host.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { answerSignIn, checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { answerPage } from "../answer-page.ts";
import { anonymously } from "../join/invitation.ts";
import type { Page } from "../page.ts";
import { browserOf, pageContextOf, pathOf, rememberLanguage } from "../page-context.ts";
import { linkSentPage, signInPage } from "../pages/authorize.ts";
import { postedIn } from "../posted.ts";

const Address = z.email().max(254);

interface Asking {
  /** An address that could be nobody's. */
  readonly wrong?: string;
  /** Where the form has to say itself that it leads on to. */
  readonly next?: string | undefined;
}

/** A page that asks who is there. */
export function askForAddress(
  request: FastifyRequest,
  reply: FastifyReply,
  host: Host,
  { wrong, next }: Asking = {},
): FastifyReply {
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const { vault, clock, random, installation } = host;
  const form = formToken({ vault, now: clock.now() }, browserOf(pageContext, reply, random, installation.publicUrl));
  const asked = { path: pathOf(request), form, email: wrong ?? "", isWrong: wrong !== undefined, next };
  return show(request, reply, host, signInPage(asked, pageContext.language), wrong === undefined ? 200 : 400);
}

interface Leading {
  /** The page that the link leads on to, once it has signed in. */
  readonly next: string | undefined;
  /** The same, where the form has to say it. */
  readonly carried?: string | undefined;
}

/** Leaves a mail to be sent with a link that signs in and leads on; the answer is the same whoever has the address. */
export async function mailSignInLink(
  request: FastifyRequest,
  reply: FastifyReply,
  host: Host,
  { next, carried }: Leading,
): Promise<FastifyReply> {
  const posted = postedIn(request.body);
  const { browser, language } = pageContextOf(request, null);
  const email = posted.field("email").trim();
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("form"));
  if (!ours || !Address.safeParse(email).success)
    return askForAddress(request, reply, host, { wrong: email, next: carried });
  await anonymously(host, request.id, "write", (ctx) =>
    ctx.enqueue(answerSignIn, { customerId: NOBODY.customerId, email, language: language.tag, next }),
  );
  const query = new URLSearchParams({ lang: language.tag, ...(carried !== undefined && { next: carried }) });
  return show(request, reply, host, linkSentPage(email, `${pathOf(request)}?${query}`, language.words), 200);
}

function show(request: FastifyRequest, reply: FastifyReply, { installation }: Host, page: Page, status: number) {
  const pageContext = pageContextOf(request, null);
  return answerPage(reply, { status, page, pageContext, brand: null, again: false }, installation.publicUrl);
}
