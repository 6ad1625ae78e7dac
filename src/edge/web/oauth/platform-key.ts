import type { FastifyReply, FastifyRequest } from "fastify";
import type { Host } from "../../../ground/kernel/host.ts";
import { newToken } from "../../../ground/vault/index.ts";
import { checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { acceptPlatformKey, isProvider, readPlatformKey } from "../../../supply/providers/index.ts";
import { answerPage } from "../answer-page.ts";
import type { Joining } from "../join/sign-up.ts";
import { pageContextOf, rememberLanguage } from "../page-context.ts";
import { type KeyProblem, keyPage, keySavedPage, LONGEST_KEY } from "../pages/platform-key.ts";
import { postedIn } from "../posted-form.ts";
import { answerSpent, consentBrowserIn, performing, setConsentCookie } from "./begin.ts";

type Request = FastifyRequest<{ Params: { readonly provider: string } }>;
type Web = Pick<Joining, "host" | "limits">;

/** `GET`: asks for the key of a platform without OAuth, and says on whose behalf. */
export async function showKey(request: Request, reply: FastifyReply, { host, limits }: Web) {
  request.noted = { operation: "showPlatformKey" };
  await limits.countAddress(request.ip, "general", reply);
  const { state } = request.query as { readonly state?: unknown };
  return answerKey(request, reply, host, String(state));
}

/** `POST`: encrypts and tests the key that was entered. Only the browser in which the form was first opened may answer. */
export async function handleKey(request: Request, reply: FastifyReply, { host, limits }: Web) {
  request.noted = { operation: "takePlatformKey" };
  await limits.countAddress(request.ip, "general", reply);
  const posted = postedIn(request.body);
  const [state, key, browser] = [posted.field("state"), posted.field("key").trim(), consentBrowserIn(request)];
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("form"));
  if (!ours || browser === undefined) return answerKey(request, reply, host, state);
  if (key === "" || key.length > LONGEST_KEY) return answerKey(request, reply, host, state, "missing");
  const { provider } = request.params;
  const kept = await acceptPlatformKey(performing(host, request.id), { provider, state, browser, key });
  if (!kept) return answerSpent(request, reply, host);
  if (kept.taken !== "connected") return answerKey(request, reply, host, state, kept.taken);
  const pageContext = pageContextOf(request, null);
  const page = keySavedPage(kept.asked.sourceName, pageContext.language.words);
  return answerPage(reply, { status: 200, page, pageContext, brand: null, again: false }, host.installation.publicUrl);
}

const STATUS: Readonly<Record<KeyProblem, number>> = { missing: 400, refused: 400, unanswered: 503 };

async function answerKey(
  request: Request,
  reply: FastifyReply,
  host: Host,
  state: string,
  problem?: KeyProblem,
): Promise<FastifyReply> {
  const { provider } = request.params;
  const asked = await readPlatformKey(performing(host, request.id), provider, state);
  if (!asked) return answerSpent(request, reply, host);
  const browser = consentBrowserIn(request) ?? newToken(host.random).token;
  setConsentCookie(reply, browser, host.installation.publicUrl);
  const form = formToken({ vault: host.vault, now: host.clock.now() }, browser);
  const path = keyPathOf(isProvider(provider) ? provider : "unknown");
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const page = keyPage({ ...asked, path, state, form, problem }, pageContext.language);
  const status = problem === undefined ? 200 : STATUS[problem];
  return answerPage(reply, { status, page, pageContext, brand: null, again: false }, host.installation.publicUrl);
}

function keyPathOf(provider: string): string {
  return `/api/v2/storefront/adapters/${provider}/key`;
}
