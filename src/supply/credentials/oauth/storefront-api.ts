import { BadRequest, Conflict, Invalid, NotFound, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { completeByKey, connectByKey } from "./connect-by-key.ts";
import { StateInvalid } from "./consent.ts";
import { redeemCode } from "./finish-consent.ts";
import { AgentPath, AuthorizeBody, CallbackBody, ConnectedView, StartedView, startedViewOf } from "./schema.ts";
import { draftConsent, prepareConsent, startConsent } from "./start-consent.ts";

const starting = {
  api: "storefront",
  method: "post",
  tag: "Credentials",
  sides: ["BUYER", "SELLER"],
  access: "write",
  params: AgentPath,
  bodyOptional: true,
  answer: StartedView,
  secretAnswer: true,
  errors: [BadRequest, Conflict, Invalid, NotFound, Unavailable],
  refs: { "params.agentId": "salesAgent" },
  audit: { resource: "CREDENTIAL", idIn: "agentId" },
} as const;

export const startAgentOAuth = operation({
  ...starting,
  id: "startAgentOAuth",
  path: "/agents/{agentId}/oauth/authorize",
  summary: "Start the OAuth consent for an agent",
  description:
    "A seller consents for its storefront: the grant is used for all of its sources at the agent, for everybody who " +
    "buys there, unless buyersBringOwn is set. A buyer consents for itself. Open authorizationUrl in a browser; the description of " +
    "startAgentAccountOAuth applies here too.",
  body: AuthorizeBody.omit({ accountIdentifier: true }),
  claim: ({ params, body }, ctx) => draftConsent(ctx, params.agentId, body),
  call: ({ source, redirectUri }, out) => prepareConsent(out, source, redirectUri),
  settle: async (wanted, arranged, ctx) => startedViewOf(wanted.source, await startConsent(ctx, wanted, arranged)),
});

export const startAgentAccountOAuth = operation({
  ...starting,
  id: "startAgentAccountOAuth",
  path: "/agents/{agentId}/accounts/oauth/authorize",
  summary: "Start the OAuth consent for a named account at an agent",
  description:
    "For a source whose probe returns the type oauth; each source has its agentId in GET " +
    "/api/v2/buyer/storefronts/{storefrontId}, and on each inventory source of a seller's own. Open authorizeUrl in a browser, in " +
    "a separate window if your page is to be notified: it receives postMessage({ type: 'oauth-complete' }), if " +
    "its origin is registered with the operator (OAUTH_REDIRECT_ORIGINS) or named by openerOrigin. Then the source is " +
    "connected. Ask again to consent anew.",
  body: AuthorizeBody,
  claim: ({ params, body }, ctx) => draftConsent(ctx, params.agentId, body),
  call: ({ source, redirectUri }, out) => prepareConsent(out, source, redirectUri),
  settle: async (wanted, arranged, ctx) => startedViewOf(wanted.source, await startConsent(ctx, wanted, arranged)),
});

/** This operation's id is our own: the published specification only has the path. */
export const completeAgentAccountOAuth = operation({
  id: "completeAgentAccountOAuth",
  api: "storefront",
  method: "post",
  path: "/agents/{agentId}/oauth/callback",
  summary: "Complete an OAuth consent without this server's browser page",
  description:
    "For an agent that received the code itself, at the redirectUri that it started with. The state must be one that your own key " +
    "started for this agent, and can be used once, whatever the result.",
  tag: "Credentials",
  sides: ["BUYER", "SELLER"],
  access: "write",
  params: AgentPath,
  body: CallbackBody,
  answer: ConnectedView,
  errors: [BadRequest, Invalid, StateInvalid, Unavailable],
  refs: { "params.agentId": "salesAgent" },
  audit: { resource: "CREDENTIAL", action: "ACTIVATE", idIn: "credentialId" },
  claim: ({ params, body }, ctx) => completeByKey(ctx, params.agentId, body),
  call: redeemCode,
  settle: (taken, redeemed, ctx) => connectByKey(ctx, taken, redeemed),
});
