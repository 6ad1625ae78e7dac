import { z } from "zod";
import { challengeFor, explain } from "../../../ground/domain-proof/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { AccessDenied, Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { checkIssuer, draftProvider, removeProvider, storeProvider } from "./change-provider.ts";
import { addDomain, checkProof, getDomain, removeDomain, settleProof } from "./domains/change-domains.ts";
import { listDomains } from "./domains/store.ts";
import {
  DomainBody,
  DomainPath,
  DomainView,
  ProviderBody,
  ProvingView,
  redirectUriOf,
  SettingView,
  viewOfDomain,
  viewOfProvider,
} from "./schema.ts";
import { findProvider } from "./store.ts";

const shared = { api: "platform", tag: "Sign-in", access: "manage", ours: true } as const;
const ofDomain = {
  params: DomainPath,
  refs: { "params.domain": "signInDomain" },
  audit: { resource: "SIGN_IN_DOMAIN" },
} as const;

async function setting({ db, viewer, installation }: Context) {
  const { customerId } = viewer;
  const provider = await findProvider(db, customerId);
  const domains = await listDomains(db, customerId);
  return {
    provider: provider ? viewOfProvider(provider) : null,
    redirectUri: redirectUriOf(installation.publicUrl, customerId),
    domains: domains.map(viewOfDomain),
  };
}

export const getIdentityProvider = operation({
  ...shared,
  id: "getIdentityProvider",
  method: "get",
  path: "/identity-provider",
  summary: "Get your organisation's OpenID Connect provider and its domains",
  answer: SettingView,
  handle: (_, ctx) => setting(ctx),
});

export const setIdentityProvider = operation({
  ...shared,
  id: "setIdentityProvider",
  method: "put",
  path: "/identity-provider",
  summary: "Set your organisation's OpenID Connect provider",
  description:
    "Its issuer's metadata is read. It signs in only people with verified addresses at your verified domains. " +
    "Register redirectUri there first: GET /api/v2/identity-provider returns it.",
  body: ProviderBody,
  answer: SettingView,
  errors: [Invalid, AccessDenied],
  audit: { resource: "IDENTITY_PROVIDER", action: "UPDATE" },
  claim: ({ body }, ctx) => draftProvider(ctx, body),
  call: (draft, out) => checkIssuer(draft, out),
  async settle(draft, _, ctx) {
    await storeProvider(ctx, draft);
    return setting(ctx);
  },
});

export const removeIdentityProvider = operation({
  ...shared,
  id: "removeIdentityProvider",
  method: "delete",
  path: "/identity-provider",
  summary: "Remove your organisation's identity provider",
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  audit: { resource: "IDENTITY_PROVIDER", action: "DELETE" },
  async handle(_, ctx) {
    await removeProvider(ctx);
    return null;
  },
});

export const addSignInDomain = operation({
  ...shared,
  id: "addSignInDomain",
  method: "post",
  path: "/identity-provider/domains",
  summary: "Add a domain to your identity provider",
  description:
    "It takes effect once its DNS has the record in the response; do not remove the record. A domain added by an " +
    "operator takes effect immediately.",
  body: DomainBody,
  answer: DomainView,
  status: 201,
  errors: [AccessDenied, Conflict],
  audit: { resource: "SIGN_IN_DOMAIN", action: "CREATE", idIn: "domain" },
  handle: async ({ body }, ctx) => viewOfDomain(await addDomain(ctx, body.domain)),
});

export const verifySignInDomain = operation({
  ...shared,
  ...ofDomain,
  id: "verifySignInDomain",
  method: "post",
  path: "/identity-provider/domains/{domain}/verify",
  summary: "Prove that a domain is yours",
  answer: ProvingView,
  errors: [NotFound],
  claim: ({ params }, ctx) => getDomain(ctx, params.domain),
  call: (domain, out) => checkProof(domain, out),
  async settle(_, looked, ctx) {
    const { domain, finding } = await settleProof(ctx, looked);
    return { ...viewOfDomain(domain), details: explain(finding, challengeFor(domain.domain, domain.token)) };
  },
});

export const removeSignInDomain = operation({
  ...shared,
  ...ofDomain,
  id: "removeSignInDomain",
  method: "delete",
  path: "/identity-provider/domains/{domain}",
  summary: "Remove a domain from your identity provider",
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  async handle({ params }, ctx) {
    await removeDomain(ctx, params.domain);
    return null;
  },
});
