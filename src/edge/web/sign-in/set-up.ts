import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { sessionCookie } from "../../../platform/sign-in/sessions/index.ts";
import { maySetUp, SET_UP_PATH, SetUpOver, setUp } from "../../../platform/sign-in/set-up/index.ts";
import { answerPage } from "../answer-page.ts";
import { anonymously } from "../join/invitation.ts";
import type { Joining } from "../join/sign-up.ts";
import { addCookie, browserOf, pageContextOf, rememberLanguage } from "../page-context.ts";
import { type SetUpEntries, setUpOverPage, setUpPage } from "../pages/set-up.ts";
import { postedIn } from "../posted-form.ts";
import { signingIn } from "./reader.ts";

const Entries = z.object({ company: z.string().min(1).max(255), email: z.email().max(254) });

/** `GET` of the link that the server prints as long as there is no operator. It does not use the link up. */
export async function showSetUp(request: FastifyRequest, reply: FastifyReply, { host, limits }: Joining) {
  request.noted = { operation: "showSetUp" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const token = String((request.query as { readonly token?: unknown }).token);
  if (!(await anonymously(host, request.id, "read", (ctx) => maySetUp(ctx, token))))
    return answerOver(request, reply, host);
  const email = host.installation.operatorEmail ?? "";
  return answerForm(request, reply, host, { token, entries: { company: "", email }, wrong: [] });
}

/** `POST`: makes the sender the first operator, and continues to the console. */
export async function handleSetUp(request: FastifyRequest, reply: FastifyReply, { host, limits }: Joining) {
  request.noted = { operation: "takeSetUp" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const { vault, clock, installation } = host;
  const posted = postedIn(request.body);
  const token = posted.field("token");
  // If the settings name a person, only that person can become the operator, whatever is posted.
  const email = installation.operatorEmail ?? posted.field("email").trim();
  const entries = { company: posted.field("company").trim(), email };
  const { browser } = pageContextOf(request, null);
  const ours = checkFormToken({ vault, now: clock.now() }, browser, posted.field("form"));
  const wrong = Entries.safeParse(entries).error?.issues.map(({ path }) => String(path[0])) ?? [];
  if (!ours || wrong.length > 0) return answerForm(request, reply, host, { token, entries, wrong });
  try {
    const signIn = signingIn(request, host, "set_up");
    const session = await anonymously(host, request.id, "write", (ctx) => setUp(ctx, token, entries, signIn));
    addCookie(reply, sessionCookie(session.cookie, installation.publicUrl));
    return reply.redirect("/console", 303);
  } catch (error) {
    if (error instanceof SetUpOver) return answerOver(request, reply, host);
    throw error;
  }
}

interface SetUpPage {
  readonly token: string;
  readonly entries: SetUpEntries;
  readonly wrong: readonly string[];
}

function answerForm(request: FastifyRequest, reply: FastifyReply, host: Joining["host"], shown: SetUpPage) {
  const { vault, clock, random, installation } = host;
  const { publicUrl, operatorEmail } = installation;
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const form = formToken({ vault, now: clock.now() }, browserOf(pageContext, reply, random, publicUrl));
  const asked = { ...shown, path: SET_UP_PATH, form, isFixed: operatorEmail !== null };
  const status = request.method === "GET" ? 200 : 400;
  const page = setUpPage(asked, pageContext.language);
  return answerPage(reply, { status, page, pageContext, brand: null, again: false }, publicUrl);
}

function answerOver(request: FastifyRequest, reply: FastifyReply, { installation }: Joining["host"]) {
  const pageContext = pageContextOf(request, null);
  const page = setUpOverPage(pageContext.language.words);
  return answerPage(reply, { status: 410, page, pageContext, brand: null, again: false }, installation.publicUrl);
}
