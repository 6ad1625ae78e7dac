import type { FastifyReply, FastifyRequest } from "fastify";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import {
  checkFormToken,
  formToken,
  MailLinkInvalid,
  nextOf,
  peekMailLink,
  signInByLink,
  useMailLink,
} from "../../../platform/sign-in/index.ts";
import { openSession, type SigningIn, sessionCookie } from "../../../platform/sign-in/sessions/index.ts";
import { confirmSignUp, SLUG } from "../../../supply/join-links/index.ts";
import { answerPage } from "../answer-page.ts";
import { findBrandByLinkOfAnySeller } from "../brands/store.ts";
import { addCookie, browserOf, pageContextOf, pathOf, rememberLanguage } from "../page-context.ts";
import { joinedPage, signedInPage } from "../pages/joined.ts";
import { mailLinkPage } from "../pages/mail-link.ts";
import { expiredPage } from "../pages/notice.ts";
import { postedIn } from "../posted-form.ts";
import { signingIn } from "../sign-in/reader.ts";
import { anonymously } from "./invitation.ts";
import type { Joining } from "./sign-up.ts";

/** `GET` of a link in a mail: shows what it does, without using it up. */
export async function showMailLink(request: FastifyRequest, reply: FastifyReply, joining: Joining) {
  const { host } = joining;
  request.noted = { operation: "showMailLink" };
  return answerLink(request, reply, host, tokenIn(request.query), nextIn(request.query));
}

/** `POST` of a link from a mail: uses it up and does what it says. */
export async function handleMailLink(request: FastifyRequest, reply: FastifyReply, joining: Joining) {
  const { host, limits } = joining;
  request.noted = { operation: "takeMailLink" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const form = postedIn(request.body);
  const token = form.field("token");
  const next = nextOf(form.field("next"));
  const { browser } = pageContextOf(request, null);
  const ours = checkFormToken({ vault: host.vault, now: host.clock.now() }, browser, form.field("form"));
  // The form is not ours or outdated, so the button is shown again, and the link stays unused.
  if (!ours) return answerLink(request, reply, host, token, next);
  try {
    return await openLink(request, reply, joining, token, next);
  } catch (error) {
    if (error instanceof MailLinkInvalid) return answerExpired(request, reply, host);
    throw error;
  }
}

async function openLink(
  request: FastifyRequest,
  reply: FastifyReply,
  joining: Joining,
  token: string,
  next: string | undefined,
): Promise<FastifyReply> {
  const { host } = joining;
  const { publicUrl } = host.installation;
  const { brand } = await lookAt(host, request.id, token);
  const pageContext = pageContextOf(request, brand?.languages ?? null);
  const { words } = pageContext.language;
  const browser = signingIn(request, host, "mail_link");
  if (!brand) {
    const wantsKey = next === undefined;
    const signIn = (ctx: Context) => signInByLink(ctx, token, browser, { wantsKey });
    const { apiKey, session } = await anonymously(host, request.id, "write", signIn);
    addCookie(reply, sessionCookie(session.cookie, publicUrl));
    if (next !== undefined) return reply.redirect(next, 303);
    const page = signedInPage(apiKey, words);
    return answerPage(reply, { status: 200, page, pageContext, brand, again: false }, publicUrl);
  }
  const { joined, session } = await anonymously(host, request.id, "write", (ctx) => join(ctx, token, browser));
  addCookie(reply, sessionCookie(session.cookie, publicUrl));
  const { storefrontName: sellerName, status, firstKey } = joined;
  const page = joinedPage({ sellerName, status, firstKey }, publicUrl, words);
  return answerPage(reply, { status: 200, page, pageContext, brand, again: false }, publicUrl);
}

/** In one transaction, the link is used up, the person who read the mail is admitted, and their browser is signed in. */
async function join(ctx: Context, token: string, browser: SigningIn) {
  const proof = await useMailLink(ctx, token);
  if (!proof) throw new MailLinkInvalid();
  const joined = await confirmSignUp(ctx, proof);
  const session = await openSession(ctx, { customerId: joined.buyerCustomerId, userId: proof.userId }, browser);
  return { joined, session };
}

async function answerLink(request: FastifyRequest, reply: FastifyReply, host: Host, token: string, next?: string) {
  const link = await lookAt(host, request.id, token).catch((error: unknown) => {
    if (error instanceof MailLinkInvalid) return undefined;
    throw error;
  });
  if (!link) return answerExpired(request, reply, host);
  const { proof, brand } = link;
  const pageContext = pageContextOf(request, brand?.languages ?? null);
  const { vault, random, clock, installation } = host;
  const form = formToken({ vault, now: clock.now() }, browserOf(pageContext, reply, random, installation.publicUrl));
  const sellerName = proof.purpose === "sign_in" ? null : (brand?.name ?? null);
  const page = mailLinkPage({ path: pathOf(request), token, form, sellerName, next }, pageContext.language);
  rememberLanguage(request, reply, pageContext);
  return answerPage(reply, { status: 200, page, pageContext, brand, again: false }, installation.publicUrl);
}

/**
 * What the link would confirm, and its storefront, which the link's holder may see even if the link no longer admits anybody. Throws
 * `MailLinkInvalid`.
 */
function lookAt(host: Host, requestId: string, token: string) {
  return anonymously(host, requestId, "read", async (ctx) => {
    const proof = await peekMailLink(ctx, token);
    if (!proof) throw new MailLinkInvalid();
    const { joinLinkId } = proof;
    const brand = joinLinkId !== null && (await findBrandByLinkOfAnySeller(installationDb(ctx), { joinLinkId }));
    return { proof, brand: brand || null };
  });
}

function tokenIn(query: unknown): string {
  return String((query as { readonly token?: unknown }).token);
}

function nextIn(query: unknown): string | undefined {
  const { next } = query as { readonly next?: unknown };
  return typeof next === "string" ? nextOf(next) : undefined;
}

function answerExpired(request: FastifyRequest, reply: FastifyReply, { installation }: Host): FastifyReply {
  const pageContext = pageContextOf(request, null);
  const { slug = "" } = request.params as { readonly slug?: string };
  const again = SLUG.test(slug) ? `/join/${slug}?lang=${pageContext.language.tag}` : null;
  const page = expiredPage(again, pageContext.language.words);
  return answerPage(reply, { status: 410, page, pageContext, brand: null, again: false }, installation.publicUrl);
}
