import type { FastifyReply, FastifyRequest } from "fastify";
import { installationDb } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { nextOf } from "../../../platform/sign-in/index.ts";
import {
  type Answer,
  addressIn,
  authorizationUrlAt,
  beginPathOf,
  endedLoginCookie,
  enterByProvider,
  findProvider,
  type Login,
  listDomains,
  loginCookie,
  loginIn,
  newLogin,
  recheckDomain,
  recordDomain,
  redeem,
  secretOf,
} from "../../../platform/sign-in/providers/index.ts";
import { type OpenedSession, sessionCookie } from "../../../platform/sign-in/sessions/index.ts";
import { answerPage } from "../answer-page.ts";
import { anonymously } from "../join/invitation.ts";
import type { Joining } from "../join/sign-up.ts";
import { addCookie, pageContextOf } from "../page-context.ts";
import { type ProviderRefusal, providerRefusalPage } from "../pages/provider.ts";
import { signingIn } from "./reader.ts";

export interface ProviderRequest {
  readonly Params: { readonly organisationId: string };
}

type SignInRequest = FastifyRequest<ProviderRequest>;

/** `GET /sign-in/with/{organisationId}`: redirects the browser to the organisation's own provider, with the state that it has to return. */
export async function beginByProvider(
  request: SignInRequest,
  reply: FastifyReply,
  web: Joining,
): Promise<FastifyReply> {
  const { host, limits } = web;
  request.noted = { operation: "beginSignInByProvider" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const { provider } = await settingOf(request, web);
  const { next } = request.query as { readonly next?: unknown };
  const login = newLogin(provider.customerId, typeof next === "string" ? nextOf(next) : undefined, host);
  const client = { ...provider, secret: secretOf(provider, host.vault) };
  const url = await authorizationUrlAt(client, login, host);
  if (!url) return refuse(request, reply, web, "failed");
  addCookie(reply, loginCookie(login, host));
  return reply.header("referrer-policy", "no-referrer").header("cache-control", "no-store").redirect(url.href, 303);
}

/**
 * `GET /sign-in/with/{organisationId}/callback`: receives the provider's answer from the browser that was sent there, and signs the browser
 * in. Whatever the result, the browser's attempt ends with this.
 */
export async function returnFromProvider(
  request: SignInRequest,
  reply: FastifyReply,
  web: Joining,
): Promise<FastifyReply> {
  const { host, limits } = web;
  request.noted = { operation: "returnFromProvider" };
  await limits.countAddress(request.ip, "sign_in", reply);
  const login = loginIn(request.headers.cookie, host);
  addCookie(reply, endedLoginCookie(host));
  if (login?.customerId !== organisationIn(request)) return refuse(request, reply, web, "failed");
  const outcome = await enter(request, web, login);
  if (typeof outcome === "string") return refuse(request, reply, web, outcome);
  addCookie(reply, sessionCookie(outcome.cookie, host.installation.publicUrl));
  return reply.header("referrer-policy", "no-referrer").redirect(login.next ?? "/console", 303);
}

async function enter(request: SignInRequest, web: Joining, login: Login): Promise<OpenedSession | ProviderRefusal> {
  const { host } = web;
  const { provider, domains } = await settingOf(request, web);
  const client = { ...provider, secret: secretOf(provider, host.vault) };
  const answer: Answer = await redeem(client, login, queryOf(request), host);
  if (answer.kind === "refused") return answer.why;
  const proved = domains.filter(({ verifiedAt }) => verifiedAt !== null);
  const address = addressIn(
    answer.claims,
    provider,
    proved.map(({ domain }) => domain),
  );
  if (address.kind === "refused") return address.why;
  const domain = proved.find((one) => one.domain === address.domain);
  const standing = domain ? await recheckDomain(domain, host) : "gone";
  const browser = signingIn(request, host, "provider");
  const session = await anonymously(host, request.id, "write", async (ctx) => {
    if (domain && standing !== "stands") await recordDomain(ctx, domain, standing);
    return standing === "gone" ? ("foreign" as const) : enterByProvider(ctx, provider, address.email, browser);
  });
  return session ?? "stranger";
}

/** Throws the same `NotFound` for an organisation without a provider as for a missing organisation. */
async function settingOf(request: SignInRequest, { host }: Joining) {
  const organisationId = organisationIn(request);
  const found = await anonymously(host, request.id, "read", async (ctx) => {
    const db = installationDb(ctx);
    const provider = await findProvider(db, organisationId);
    return provider && { provider, domains: await listDomains(db, organisationId) };
  });
  if (!found) throw new NotFound("there is nothing to sign in with here");
  return found;
}

function organisationIn({ params }: SignInRequest): number {
  return /^\d{1,15}$/.test(params.organisationId) ? Number(params.organisationId) : 0;
}

function queryOf({ url }: SignInRequest): URLSearchParams {
  return new URLSearchParams(url.split("?", 2)[1] ?? "");
}

const STATUS: Readonly<Record<ProviderRefusal, number>> = {
  declined: 403,
  failed: 400,
  unverified: 403,
  foreign: 403,
  stranger: 403,
};

function refuse(request: SignInRequest, reply: FastifyReply, { host }: Joining, why: ProviderRefusal): FastifyReply {
  const pageContext = pageContextOf(request, null);
  const again = beginPathOf(organisationIn(request));
  const page = providerRefusalPage(why, again, pageContext.language);
  return answerPage(
    reply,
    { status: STATUS[why], page, pageContext, brand: null, again: false },
    host.installation.publicUrl,
  );
}
