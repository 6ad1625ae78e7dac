import { z } from "zod";
import { BadRequest, Conflict, Forbidden, Invalid, NotFound, Unavailable } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { listPlacesOfAgents } from "../../marketplace/index.ts";
import { registerCredential, tryCredential } from "../register-credential.ts";
import { RegisteredView, RegistrationBody, registeredViewOf } from "../schema.ts";
import { listCredentials } from "../store.ts";
import { draftAtAgent } from "./draft-at-agent.ts";
import { AccountBody, AccountCredentialView, AgentPath, viewAtAgent } from "./schema.ts";

export const listSalesAgentCredentials = operation({
  id: "listSalesAgentCredentials",
  api: "buyer",
  method: "get",
  path: "/sales-agents/accountCredentials",
  summary: "List your credentials by sales agent",
  tag: "Sales agents",
  access: "read",
  answer: z.array(AccountCredentialView),
  async handle(_, { db, viewer }) {
    const credentials = await listCredentials(db, viewer.customerId);
    const places = await listPlacesOfAgents(
      db,
      viewer,
      credentials.map(({ agentId }) => agentId),
    );
    return credentials.map((credential) => viewAtAgent(credential, places));
  },
});

const registration = {
  api: "buyer",
  method: "post",
  tag: "Sales agents",
  access: "write",
  params: AgentPath,
  bodyOptional: true,
  answer: RegisteredView,
  secretAnswer: true,
  status: 201,
  errors: [BadRequest, Conflict, Forbidden, Invalid, NotFound, Unavailable],
  audit: { resource: "CREDENTIAL", idIn: "id" },
} as const;

export const registerSalesAgentCredentials = operation({
  ...registration,
  id: "registerSalesAgentCredentials",
  path: "/sales-agents/{agentId}/accountCredentials",
  summary: "Register your credential at a sales agent",
  description:
    "The same as for a source of a storefront; it works for every source behind the agent. Send no body to learn which " +
    "kinds of credential the agent accepts. For an agent that uses OAuth, send only accountIdentifier and consent at " +
    "oauth.authorizationUrl.",
  body: RegistrationBody,
  refs: { "params.agentId": "salesAgent" },
  claim: ({ params, body }, ctx) => draftAtAgent(ctx, params.agentId, body),
  call: (draft, ctx) => tryCredential(draft, ctx),
  settle: async (draft, arranged, ctx) => registeredViewOf(await registerCredential(ctx, draft, arranged)),
});

export const registerSalesAgentAccount = operation({
  ...registration,
  id: "registerSalesAgentAccount",
  path: "/sales-agents/{agentId}/accounts",
  summary: "Register an account at a sales agent",
  body: AccountBody,
  refs: { "params.agentId": "salesAgent", "body.advertiserId": "advertiser" },
  claim: ({ params, body }, ctx) => draftAtAgent(ctx, params.agentId, body),
  call: (draft, ctx) => tryCredential(draft, ctx),
  settle: async (draft, arranged, ctx) => registeredViewOf(await registerCredential(ctx, draft, arranged)),
});
