import type { FastifyReply, FastifyRequest } from "fastify";
import type { Host } from "../../../ground/kernel/host.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import type { Step, StepInput } from "../../../ground/kernel/step.ts";
import { newToken } from "../../../ground/vault/index.ts";
import { checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { cookieIn, cookieOf } from "../../../platform/sign-in/sessions/index.ts";
import { beginConsent, CONSENT_LIFE_MS, type ConsentPrompt, readConsent } from "../../../supply/credentials/index.ts";
import { answerPage } from "../answer-page.ts";
import type { Joining } from "../join/sign-up.ts";
import { addCookie, pageContextOf, rememberLanguage } from "../page-context.ts";
import { beginPage, spentConsentPage } from "../pages/consent.ts";
import { postedIn } from "../posted-form.ts";

const COOKIE = "interchange_consent";
export const BEGIN_PATH = "/api/v2/storefront/oauth/begin";

type Consenting = Pick<Joining, "host" | "limits">;

/** The consents that a page starts: those at agents, or those at one platform. */
export interface ConsentRoutes {
  readonly path: string;
  read(performing: PerformContext, state: string): Promise<ConsentPrompt | undefined>;
  begin(performing: PerformContext, state: string, browser: string): Promise<string | undefined>;
}

type PerformContext = ReturnType<typeof performing>;

const AGENTS: ConsentRoutes = { path: BEGIN_PATH, read: readConsent, begin: beginConsent };

/** The secret of the browser in which a consent was started. */
export function consentBrowserIn({ headers }: FastifyRequest): string | undefined {
  return cookieIn(headers.cookie, COOKIE);
}

/** `perform` for callers with a request but no key. */
export function performing(host: Host, requestId: string) {
  return { perform: <I extends StepInput, S>(step: Step<I, S>, input: I) => perform(step, input, requestId, host) };
}

/** `GET`: shows whose account would be connected to whom. Nothing starts before the button is pressed. */
export async function showBegin(
  request: FastifyRequest,
  reply: FastifyReply,
  { host, limits }: Consenting,
  door: ConsentRoutes = AGENTS,
) {
  request.noted = { operation: "showConsentBegin" };
  await limits.countAddress(request.ip, "general", reply);
  const { state } = request.query as { readonly state?: unknown };
  return answerBegin(request, reply, host, { state: String(state), door });
}

/** `POST`: gives the browser a secret that the callback will require, and redirects it to the authorization server. */
export async function handleBegin(
  request: FastifyRequest,
  reply: FastifyReply,
  { host, limits }: Consenting,
  door: ConsentRoutes = AGENTS,
) {
  request.noted = { operation: "takeConsentBegin" };
  await limits.countAddress(request.ip, "general", reply);
  const posted = postedIn(request.body);
  const [state, browser] = [posted.field("state"), consentBrowserIn(request)];
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("form"));
  if (!ours || browser === undefined) return answerBegin(request, reply, host, { state, door });
  const url = await door.begin(performing(host, request.id), state, browser);
  return url === undefined ? answerSpent(request, reply, host) : reply.redirect(url, 303);
}

async function answerBegin(
  request: FastifyRequest,
  reply: FastifyReply,
  host: Host,
  { state, door }: { readonly state: string; readonly door: ConsentRoutes },
) {
  const asked = await door.read(performing(host, request.id), state);
  if (!asked) return answerSpent(request, reply, host);
  const { vault, clock, random, installation } = host;
  const browser = consentBrowserIn(request) ?? newToken(random).token;
  setConsentCookie(reply, browser, installation.publicUrl);
  const form = formToken({ vault, now: clock.now() }, browser);
  return answerAsked(request, reply, host, { ...asked, path: door.path, state, form });
}

function answerAsked(
  request: FastifyRequest,
  reply: FastifyReply,
  { installation }: Host,
  asked: ConsentPrompt & { readonly path: string; readonly state: string; readonly form: string },
) {
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const page = beginPage(asked, pageContext.language.words);
  return answerPage(reply, { status: 200, page, pageContext, brand: null, again: false }, installation.publicUrl);
}

/** The secret is valid for as long as the consent's state. */
export function setConsentCookie(reply: FastifyReply, browser: string, publicUrl: string): void {
  addCookie(reply, cookieOf(COOKIE, browser, CONSENT_LIFE_MS / 1000, publicUrl));
}

export function answerSpent(request: FastifyRequest, reply: FastifyReply, { installation }: Host) {
  const pageContext = pageContextOf(request, null);
  const page = spentConsentPage(pageContext.language.words);
  return answerPage(reply, { status: 400, page, pageContext, brand: null, again: false }, installation.publicUrl);
}
