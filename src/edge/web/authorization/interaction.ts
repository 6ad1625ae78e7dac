import type { FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { connectApplication, grantableTo, type PendingRequest } from "../../../platform/authorization-server/index.ts";
import { findCustomer } from "../../../platform/customers/index.ts";
import { checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { asAddressed } from "../../authorization/hand-over.ts";
import type { Authorization } from "../../authorization/mount-authorization.ts";
import { answerPage } from "../answer-page.ts";
import { anonymously } from "../join/invitation.ts";
import type { Page } from "../page.ts";
import { browserOf, type PageContext, pageContextOf, pathOf, rememberLanguage } from "../page-context.ts";
import { authorizePage, endedRequestPage, nothingToGrantPage } from "../pages/authorize.ts";
import { postedIn } from "../posted-form.ts";
import { readerOf } from "../sign-in/reader.ts";
import { mailSignInLink, requestAddress } from "./request-address.ts";

export interface InteractionRequest {
  readonly Params: { readonly uid: string };
}

type InteractionPageRequest = FastifyRequest<InteractionRequest>;

/** A person who is signed in, and may therefore decide. */
type Decider = Viewer & { readonly userId: number };

/** `GET`: asks visitors who are not signed in for their address, and everybody else for a decision. */
export async function showInteraction(
  request: InteractionPageRequest,
  reply: FastifyReply,
  web: Authorization,
): Promise<FastifyReply> {
  request.noted = { operation: "showAuthorization" };
  const asked = await requestOf(request, reply, web);
  if (!asked) return answerEnded(request, reply, web);
  const decider = await deciderOf(request, web);
  return decider ? answerAsking(request, reply, web, { ...asked, decider }) : requestAddress(request, reply, web.host);
}

/** `POST`: mails a link, or redirects the browser with the decision. */
export async function handleInteraction(
  request: InteractionPageRequest,
  reply: FastifyReply,
  web: Authorization,
): Promise<FastifyReply> {
  request.noted = { operation: "takeAuthorization" };
  await web.limits.countAddress(request.ip, "sign_in", reply);
  const { host } = web;
  const asked = await requestOf(request, reply, web);
  if (!asked) return answerEnded(request, reply, web);
  const decider = await deciderOf(request, web);
  if (!decider) return mailSignInLink(request, reply, host, { next: pathOf(request) });
  const posted = postedIn(request.body);
  const { browser } = pageContextOf(request, null);
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, posted.field("form"));
  if (!ours) return answerAsking(request, reply, web, { ...asked, decider });
  const granted = grantableTo(decider, asked.request).filter((scope) => posted.all("scope").includes(scope));
  const allows = posted.field("decision") === "allow" && granted.length > 0;
  const consent = { ...asked, viewer: decider, granted, requestId: request.id };
  const decision = allows
    ? await connectApplication(web.authorizationServer, consent, host)
    : ({ kind: "denied" } as const);
  reply.hijack();
  await web.authorizationServer.conclude(asAddressed(request.raw, host.installation), reply.raw, decision);
  return reply;
}

/** The request with which this browser was sent here; undefined if it has expired, or was made in another browser. */
async function requestOf(
  request: InteractionPageRequest,
  reply: FastifyReply,
  { host, authorizationServer }: Authorization,
) {
  const pending = await authorizationServer.pending(asAddressed(request.raw, host.installation), reply.raw);
  return pending?.uid === request.params.uid ? pending : undefined;
}

function deciderOf(request: FastifyRequest, { host }: Authorization): Promise<Decider | undefined> {
  return readerOf(request, host);
}

async function answerAsking(
  request: InteractionPageRequest,
  reply: FastifyReply,
  { host }: Authorization,
  asked: PendingRequest & { readonly decider: Decider },
) {
  const { decider, name, request: wanted } = asked;
  const scopes = grantableTo(decider, wanted);
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  if (scopes.length === 0)
    return answer(reply, host, pageContext, nothingToGrantPage(name, pageContext.language.words));
  const customer = await anonymously(host, request.id, "read", (ctx) => findCustomer(ctx.db, decider.customerId));
  const { vault, clock, random, installation } = host;
  const form = formToken({ vault, now: clock.now() }, browserOf(pageContext, reply, random, installation.publicUrl));
  const page = authorizePage(
    {
      name,
      destination: wanted.destination,
      leadsTo: wanted.redirectUri === null ? null : leadsToOf(wanted.redirectUri),
      organisation: customer?.company ?? "",
      person: decider.email ?? "",
      scopes,
      path: pathOf(request),
      form,
    },
    pageContext.language,
  );
  return answer(reply, host, pageContext, page);
}

/** The origins to which the browser may be redirected, in the syntax of a content security policy. */
function leadsToOf(redirectUri: string): string {
  const url = new URL(redirectUri);
  return /^https?:$/.test(url.protocol) ? url.origin : url.protocol;
}

function answerEnded(request: FastifyRequest, reply: FastifyReply, { host }: Authorization): FastifyReply {
  const pageContext = pageContextOf(request, null);
  return answer(reply, host, pageContext, endedRequestPage(pageContext.language.words), 400);
}

function answer(
  reply: FastifyReply,
  { installation }: Authorization["host"],
  pageContext: PageContext,
  page: Page,
  status = 200,
) {
  return answerPage(reply, { status, page, pageContext, brand: null, again: status === 200 }, installation.publicUrl);
}
