import { z } from "zod";
import { BadRequest, Conflict, Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import { draftRechecks, listSources, recheckSources, settleRechecks } from "../sources/index.ts";
import { getOwnAgent } from "./get-own-agent.ts";
import { matches, ownAgentsOf } from "./own-agent.ts";
import {
  capabilitiesViewOf,
  OwnAgentListQuery,
  OwnAgentPath,
  OwnAgentSummary,
  OwnAgentView,
  RefreshedCapabilities,
  summaryOf,
  viewOf,
} from "./own-schema.ts";

const one = {
  api: "storefront",
  params: OwnAgentPath,
  tag: "Agents",
  refs: { "params.agentId": "salesAgent" },
} as const;

export const listStorefrontAgents = operation({
  id: "listStorefrontAgents",
  api: "storefront",
  method: "get",
  path: "/agents",
  summary: "List the agents behind your sources",
  description: "Each agent is listed once, however many of your sources use it.",
  tag: "Agents",
  access: "read",
  query: OwnAgentListQuery,
  paging: "limit/offset",
  answer: z.object({
    items: z.array(OwnAgentSummary),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  async handle({ query }, { db, viewer }) {
    const { relationship, limit, offset, ...filter } = query;
    if (relationship === "MARKETPLACE") return itemsPage([], 0, offset);
    const agents = ownAgentsOf(await listSources(db, viewer.customerId)).filter((agent) => matches(agent, filter));
    return itemsPage(agents.slice(offset, offset + limit).map(summaryOf), agents.length, offset);
  },
});

export const getStorefrontAgent = operation({
  ...one,
  id: "getStorefrontAgent",
  method: "get",
  path: "/agents/{agentId}",
  summary: "Get an agent behind your sources",
  access: "read",
  answer: OwnAgentView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => viewOf(await getOwnAgent(ctx, params.agentId)),
});

export const refreshStorefrontAgentCapabilities = operation({
  ...one,
  id: "refreshStorefrontAgentCapabilities",
  method: "post",
  path: "/agents/{agentId}/capabilities/refresh",
  summary: "Ask an agent for its capabilities again",
  description: "The answer is stored for every source behind it. If it does not answer, its last answer stays.",
  access: "write",
  answer: RefreshedCapabilities,
  errors: [BadRequest, Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "AGENT", action: "UPDATE" },
  claim: async ({ params }, ctx) => draftRechecks(ctx, (await getOwnAgent(ctx, params.agentId)).sources),
  call: recheckSources,
  settle: async (drafts, answers, ctx) => capabilitiesViewOf(await settleRechecks(ctx, drafts, answers)),
});
