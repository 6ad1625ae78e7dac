import type { FastifyReply, FastifyRequest } from "fastify";
import { NotFound, PublicError } from "../../../ground/kernel/errors.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import type { Operation } from "../../../ground/kernel/operation.ts";
import { run } from "../../../ground/kernel/run.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { JoinLinkInvalid, type ViewCounts } from "../../../supply/join-links/index.ts";
import type { RateLimits } from "../../http/rate-limits.ts";
import { answerPage } from "../answer-page.ts";
import { browserOf, type PageContext, pageContextOf, rememberLanguage } from "../page-context.ts";
import { checkMailPage } from "../pages/notice.ts";
import { BLANK, type Form, signUpPage } from "../pages/sign-up.ts";
import { postedIn } from "../posted-form.ts";
import { findInvitation, type Open } from "./invitation.ts";
import { isView } from "./is-view.ts";
import { bodyOf, entriesIn, problemsIn } from "./sign-up-form.ts";

export interface Joining {
  readonly host: Host;
  readonly limits: RateLimits;
  /** The same operation that the API has, so the page shares its limits, terms and errors. */
  readonly signUp: Operation;
  /** The operation for people who create an organisation without a link. */
  readonly requestOrganisation: Operation;
  readonly viewCounts: ViewCounts;
}

export interface JoinRequest {
  readonly Params: { readonly slug: string };
}

/** `GET /join/{slug}` */
export async function showSignUp(
  request: FastifyRequest<JoinRequest>,
  reply: FastifyReply,
  { host, viewCounts }: Joining,
): Promise<FastifyReply> {
  request.noted = { operation: "showSignUp" };
  const open = await openLink(request, host);
  if (isView(request)) viewCounts.note({ customerId: open.brand.customerId, joinLinkId: open.joinLinkId });
  const pageContext = pageContextOf(request, open.brand.languages);
  return answerForm(request, reply, host, { open, pageContext, form: { entries: BLANK, problems: {}, stale: false } });
}

/** `POST /join/{slug}` */
export async function handleSignUp(
  request: FastifyRequest<JoinRequest>,
  reply: FastifyReply,
  { host, limits, signUp }: Joining,
): Promise<FastifyReply> {
  request.noted = { operation: signUp.id };
  await limits.countAddress(request.ip, "sign_up", reply);
  await limits.countLink(request.params.slug, reply);
  const open = await openLink(request, host);
  const pageContext = pageContextOf(request, open.brand.languages);
  const posted = postedIn(request.body);
  const entries = entriesIn(posted);
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, pageContext.browser, posted.field("token"));
  if (!ours)
    return answerForm(request, reply, host, { open, pageContext, form: { entries, problems: {}, stale: true } });
  try {
    const body = bodyOf(entries, pageContext.language.tag, posted.field("termsVersion"));
    await run(signUp, { params: request.params, body, requestId: request.id }, NOBODY, host);
  } catch (error) {
    if (error instanceof JoinLinkInvalid) throw noInvitation();
    const problems = error instanceof PublicError ? problemsIn(error, entries) : undefined;
    if (!problems) throw error;
    return answerForm(request, reply, host, { open, pageContext, form: { entries, problems, stale: false } });
  }
  const page = checkMailPage(
    `/join/${open.invitation.slug}`,
    entries.email,
    pageContext.language.tag,
    pageContext.language.words,
  );
  return answerPage(reply, { status: 200, page, pageContext, brand: open.brand, again: false }, publicUrlOf(host));
}

interface SignUpPage {
  readonly open: Open;
  readonly pageContext: PageContext;
  readonly form: Omit<Form, "token">;
}

function answerForm(
  request: FastifyRequest,
  reply: FastifyReply,
  host: Host,
  { open: { invitation, brand }, pageContext, form }: SignUpPage,
): FastifyReply {
  const { vault, random, clock } = host;
  const browser = browserOf(pageContext, reply, random, publicUrlOf(host));
  const token = formToken({ vault, now: clock.now() }, browser);
  const page = signUpPage(invitation, { ...form, token }, pageContext.language);
  rememberLanguage(request, reply, pageContext);
  const status = form.stale || Object.keys(form.problems).length > 0 ? 400 : 200;
  return answerPage(reply, { status, page, pageContext, brand, again: request.method === "GET" }, publicUrlOf(host));
}

async function openLink({ params, id }: FastifyRequest<JoinRequest>, host: Host): Promise<Open> {
  const open = await findInvitation(host, params.slug, id);
  if (!open) throw noInvitation();
  return open;
}

/** The same answer for every invalid link, whatever the reason. */
function noInvitation(): NotFound {
  return new NotFound("this invitation is not open");
}

function publicUrlOf({ installation }: Host): string {
  return installation.publicUrl;
}
