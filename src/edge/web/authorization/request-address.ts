import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { answerSignIn, checkFormToken, formToken } from "../../../platform/sign-in/index.ts";
import { signInOptions } from "../../../platform/sign-in/passkeys/index.ts";
import {
  beginPathOf,
  domainOf,
  listProvidersForDomainOfAnyCustomer,
} from "../../../platform/sign-in/providers/index.ts";
import { answerPage } from "../answer-page.ts";
import { anonymously } from "../join/invitation.ts";
import type { Page } from "../page.ts";
import { browserOf, pageContextOf, pathOf, rememberLanguage } from "../page-context.ts";
import { linkSentPage, signInPage } from "../pages/authorize.ts";
import { waysPage } from "../pages/provider.ts";
import { postedIn } from "../posted-form.ts";

const Address = z.email().max(254);
/** If several organisations share a domain, at most this many are offered. */
const MOST_PROVIDERS = 5;

interface PromptOptions {
  /** The address that was entered, if it cannot be valid. */
  readonly wrong?: string;
  /** The passkey was refused, or the form was not ours. */
  readonly passkey?: "refused" | "again";
  /** The next page, if the form itself has to contain it. */
  readonly next?: string | undefined;
}

/** A page that asks people who they are: by mail address, or with a passkey if the browser has one. */
export async function requestAddress(
  request: FastifyRequest,
  reply: FastifyReply,
  host: Host,
  { wrong, passkey, next }: PromptOptions = {},
): Promise<FastifyReply> {
  const pageContext = pageContextOf(request, null);
  rememberLanguage(request, reply, pageContext);
  const { vault, clock, random, installation } = host;
  const browser = browserOf(pageContext, reply, random, installation.publicUrl);
  const form = formToken({ vault, now: clock.now() }, browser);
  // The URL to which a passkey's form is posted is not a page.
  const path = passkey === undefined ? pathOf(request) : "/sign-in";
  const asked = {
    path,
    form,
    email: wrong ?? "",
    isWrong: wrong !== undefined,
    isPasskeyWrong: passkey === "refused",
    options: JSON.stringify(await signInOptions(browser, host)),
    next,
    onward: next ?? (path === "/sign-in" ? undefined : path),
  };
  const isFirst = wrong === undefined && passkey === undefined;
  return show(request, reply, host, signInPage(asked, pageContext.language), isFirst ? 200 : 400);
}

interface Leading {
  /** The page to which the link leads after signing in. */
  readonly next: string | undefined;
  /** The same, if the form has to contain it. */
  readonly carried?: string | undefined;
}

/**
 * Enqueues a mail with a link that signs in and continues. The answer is the same for every address. If an organisation's provider is
 * responsible for addresses of its domain, the provider is offered first, whether or not there is an account.
 */
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
    return requestAddress(request, reply, host, { wrong: email, next: carried });
  const offered = posted.field("by") === "mail" ? undefined : await waysOf(request, host, email, { next, carried });
  if (offered) return show(request, reply, host, waysPage(offered, language), 200);
  await anonymously(host, request.id, "write", (ctx) =>
    ctx.enqueue(answerSignIn, { customerId: NOBODY.customerId, email, language: language.tag, next }),
  );
  const query = new URLSearchParams({ lang: language.tag, ...(carried !== undefined && { next: carried }) });
  return show(request, reply, host, linkSentPage(email, `${pathOf(request)}?${query}`, language.words), 200);
}

async function waysOf(request: FastifyRequest, host: Host, email: string, { next, carried }: Leading) {
  const providers = await anonymously(host, request.id, "read", (ctx) =>
    listProvidersForDomainOfAnyCustomer(installationDb(ctx), domainOf(email), MOST_PROVIDERS),
  );
  if (providers.length === 0) return undefined;
  const query = next === undefined ? "" : `?${new URLSearchParams({ next })}`;
  const ways = providers.map(({ customerId, name }) => ({ name, path: beginPathOf(customerId) + query }));
  const form = postedIn(request.body).field("form");
  return { email, providers: ways, path: pathOf(request), form, next: carried };
}

function show(request: FastifyRequest, reply: FastifyReply, { installation }: Host, page: Page, status: number) {
  const pageContext = pageContextOf(request, null);
  return answerPage(reply, { status, page, pageContext, brand: null, again: false }, installation.publicUrl);
}
