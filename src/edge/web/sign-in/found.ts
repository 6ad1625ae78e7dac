import type { FastifyReply, FastifyRequest } from "fastify";
import { PublicError } from "../../../ground/kernel/errors.ts";
import { run } from "../../../ground/kernel/run.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { checkOpen, SIGN_UP_PATH, SignUpClosed } from "../../../platform/sign-in/sign-up/index.ts";
import { answerPage } from "../answer-page.ts";
import type { Joining } from "../join/sign-up.ts";
import { bodyOf, entriesIn, problemsIn } from "../join/sign-up-form.ts";
import type { Page } from "../page.ts";
import { browserOf, pageContextOf, rememberLanguage } from "../page-context.ts";
import { closedSignUpPage } from "../pages/founding.ts";
import { checkMailPage } from "../pages/notice.ts";
import { BLANK, type Form, foundingPage } from "../pages/sign-up.ts";
import { postedIn } from "../posted-form.ts";

/** `GET /sign-up` */
export async function showFounding(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  request.noted = { operation: "showSignUp" };
  try {
    checkOpen(web.host.installation);
  } catch (error) {
    return answerClosed(request, reply, web, error);
  }
  return answerForm(request, reply, web, { entries: BLANK, problems: {}, stale: false });
}

/** `POST /sign-up`: the answer is the same for every address. */
export async function handleSignUp(request: FastifyRequest, reply: FastifyReply, web: Joining): Promise<FastifyReply> {
  const { host, limits, requestOrganisation } = web;
  request.noted = { operation: requestOrganisation.id };
  await limits.countAddress(request.ip, "sign_up", reply);
  const { browser, language } = pageContextOf(request, null);
  const posted = postedIn(request.body);
  const entries = entriesIn(posted);
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("token"));
  if (!ours) return answerForm(request, reply, web, { entries, problems: {}, stale: true });
  try {
    const body = { ...bodyOf(entries, language.tag, posted.field("termsVersion")), side: entries.side };
    await run(requestOrganisation, { body, requestId: request.id }, NOBODY, host);
  } catch (error) {
    if (error instanceof SignUpClosed) return answerClosed(request, reply, web, error);
    const problems = error instanceof PublicError ? problemsIn(error, entries) : undefined;
    if (!problems) throw error;
    return answerForm(request, reply, web, { entries, problems, stale: false });
  }
  return answer(request, reply, web, checkMailPage(SIGN_UP_PATH, entries.email, language.tag, language.words), 200);
}

function answerForm(request: FastifyRequest, reply: FastifyReply, web: Joining, form: Omit<Form, "token">) {
  const { vault, random, clock, installation } = web.host;
  const { publicUrl, termsVersion } = installation;
  const pageContext = pageContextOf(request, null);
  const token = formToken({ vault, now: clock.now() }, browserOf(pageContext, reply, random, publicUrl));
  const page = foundingPage({ path: SIGN_UP_PATH, termsVersion }, { ...form, token }, pageContext.language);
  const isWrong = form.stale || Object.keys(form.problems).length > 0;
  return answer(request, reply, web, page, isWrong ? 400 : 200);
}

export function answerClosed(request: FastifyRequest, reply: FastifyReply, web: Joining, error: unknown) {
  if (!(error instanceof SignUpClosed)) throw error;
  const { language } = pageContextOf(request, null);
  return answer(request, reply, web, closedSignUpPage(language.words), 403);
}

function answer(request: FastifyRequest, reply: FastifyReply, { host }: Joining, page: Page, status: number) {
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const again = request.method === "GET";
  return answerPage(reply, { status, page, pageContext, brand: null, again }, host.installation.publicUrl);
}
