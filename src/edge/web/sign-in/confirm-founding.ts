import type { FastifyReply, FastifyRequest } from "fastify";
import { checkFormToken, formToken, MailLinkInvalid } from "../../../platform/sign-in/index.ts";
import { sessionCookie } from "../../../platform/sign-in/sessions/index.ts";
import { CONFIRM_PATH, confirmSignUp, peekSignUp, SIGN_UP_PATH } from "../../../platform/sign-in/sign-up/index.ts";
import { answerPage } from "../answer-page.ts";
import { anonymously } from "../join/invitation.ts";
import type { Joining } from "../join/sign-up.ts";
import type { Page } from "../page.ts";
import { addCookie, browserOf, pageContextOf, rememberLanguage } from "../page-context.ts";
import { confirmFoundingPage, foundedPage, waitingForOperatorPage } from "../pages/founding.ts";
import { expiredPage } from "../pages/notice.ts";
import { postedIn } from "../posted-form.ts";
import { answerClosed } from "./found.ts";
import { signingIn } from "./reader.ts";

/** `GET` of the link in a sign-up's mail: shows what it does, without using it up. */
export async function showConfirm(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  request.noted = { operation: "showSignUpLink" };
  return answerLink(request, reply, web, String((request.query as { readonly token?: unknown }).token));
}

/** `POST`: uses the link up, and creates the organisation or adds it to the operator's queue. */
export async function handleConfirm(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  const { host, limits } = web;
  request.noted = { operation: "takeSignUpLink" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const posted = postedIn(request.body);
  const token = posted.field("token");
  const { browser, language } = pageContextOf(request, null);
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("form"));
  if (!ours) return answerLink(request, reply, web, token);
  try {
    const signIn = signingIn(request, host, "mail_link");
    const confirmed = await anonymously(host, request.id, "write", (ctx) => confirmSignUp(ctx, token, signIn));
    if (confirmed.kind === "waiting") return answer(request, reply, web, waitingForOperatorPage(language.words), 200);
    const { session, apiKey } = confirmed;
    if (session) addCookie(reply, sessionCookie(session.cookie, host.installation.publicUrl));
    return answer(request, reply, web, foundedPage(apiKey, language.words), 200);
  } catch (error) {
    if (error instanceof MailLinkInvalid) return answerExpired(request, reply, web);
    return answerClosed(request, reply, web, error);
  }
}

async function answerLink(request: FastifyRequest, reply: FastifyReply, web: Joining, token: string) {
  const { vault, random, clock, installation } = web.host;
  const asked = await anonymously(web.host, request.id, "read", (ctx) => peekSignUp(ctx, token));
  if (!asked) return answerExpired(request, reply, web);
  const pageContext = pageContextOf(request, null);
  const form = formToken({ vault, now: clock.now() }, browserOf(pageContext, reply, random, installation.publicUrl));
  rememberLanguage(request, reply, pageContext);
  const link = { path: CONFIRM_PATH, token, form, company: asked.company };
  return answer(request, reply, web, confirmFoundingPage(link, pageContext.language), 200);
}

function answerExpired(request: FastifyRequest, reply: FastifyReply, web: Joining) {
  const { language } = pageContextOf(request, null);
  return answer(request, reply, web, expiredPage(`${SIGN_UP_PATH}?lang=${language.tag}`, language.words), 410);
}

function answer(request: FastifyRequest, reply: FastifyReply, { host }: Joining, page: Page, status: number) {
  const pageContext = pageContextOf(request, null);
  return answerPage(reply, { status, page, pageContext, brand: null, again: false }, host.installation.publicUrl);
}
