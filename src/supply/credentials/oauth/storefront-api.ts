import { BadRequest, Conflict, Invalid, NotFound, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { connectByKey, takeByKey } from "./connect-by-key.ts";
import { StateInvalid } from "./consent.ts";
import { redeemCode } from "./finish-consent.ts";
import { AgentPath, AuthorizeBody, CallbackBody, ConnectedView, StartedView, startedViewOf } from "./schema.ts";
import { arrangeConsent, draftConsent, startConsent } from "./start-consent.ts";

export const startAgentAccountOAuth = operation({
  id: "startAgentAccountOAuth",
  api: "storefront",
  method: "post",
  path: "/agents/{agentId}/accounts/oauth/authorize",
  summary: "Begin the OAuth consent that opens an agent for you",
  description:
    "For a source whose probe answers with the type oauth; agentId stands on each source of GET " +
    "/api/v2/buyer/storefronts/{storefrontId}. Open authorizeUrl in a browser, in a window of its own if a page of yours is to " +
    "hear about it: it is told with postMessage({ type: 'oauth-complete' }) once openerOrigin names it. Then the source is " +
    "connected. Ask again to consent anew.",
  tag: "Credentials",
  access: "write",
  sides: ["BUYER"],
  params: AgentPath,
  body: AuthorizeBody,
  bodyOptional: true,
  answer: StartedView,
  secretAnswer: true,
  errors: [BadRequest, Conflict, Invalid, NotFound, Unavailable],
  refs: { "params.agentId": "salesAgent" },
  audit: { resource: "CREDENTIAL", idIn: "agentId" },
  claim: ({ params, body }, ctx) => draftConsent(ctx, params.agentId, body),
  call: ({ source, redirectUri }, out) => arrangeConsent(out, source, redirectUri),
  settle: async (wanted, arranged, ctx) => startedViewOf(wanted.source, await startConsent(ctx, wanted, arranged)),
});

/** Its id is ours: the published specification names the path alone. */
export const completeAgentAccountOAuth = operation({
  id: "completeAgentAccountOAuth",
  api: "storefront",
  method: "post",
  path: "/agents/{agentId}/oauth/callback",
  summary: "Finish an OAuth consent without a browser page of ours",
  description:
    "For an agent that received the code itself, at the redirectUri it began with. The state must be one that your own key " +
    "began for this agent, and is used up whatever comes of it.",
  tag: "Credentials",
  access: "write",
  sides: ["BUYER"],
  params: AgentPath,
  body: CallbackBody,
  answer: ConnectedView,
  errors: [BadRequest, Invalid, StateInvalid, Unavailable],
  refs: { "params.agentId": "salesAgent" },
  audit: { resource: "CREDENTIAL", action: "ACTIVATE", idIn: "credentialId" },
  claim: ({ params, body }, ctx) => takeByKey(ctx, params.agentId, body),
  call: redeemCode,
  settle: (taken, redeemed, ctx) => connectByKey(ctx, taken, redeemed),
});
