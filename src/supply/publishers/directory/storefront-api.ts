import { Invalid } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { discoverAgents as discover, recallAgents } from "./discover-agents.ts";
import { DirectoryEntry, DiscoverQuery } from "./schema.ts";

export const discoverAgents = operation({
  id: "discoverAgents",
  api: "storefront",
  method: "get",
  path: "/discover-agents",
  summary: "See which agents a domain operates, and who may sell for it",
  description:
    "Asks the domain for its adagents.json and brand.json (AdCP), and the registry if one is configured. A domain " +
    "that publishes nothing has an empty answer. To use an agent found here as a source: POST " +
    "/api/v2/storefront/inventory-sources. Answers are cached for two minutes; refresh=true asks again.",
  tag: "Agents",
  access: "read",
  query: DiscoverQuery,
  answer: DirectoryEntry,
  errors: [Invalid],
  claim: ({ query }, ctx) => recallAgents(ctx, query.domain, query.refresh === true),
  call: (question, ctx) => discover(question, ctx),
  settle: async (_, entry) => entry,
});
