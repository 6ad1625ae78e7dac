import { z } from "zod";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import { SalesAgentListQuery, SalesAgentView, viewOf } from "./schema.ts";
import { listSalesAgents as list } from "./store.ts";

export const listSalesAgents = operation({
  id: "listSalesAgents",
  api: "buyer",
  method: "get",
  path: "/sales-agents",
  summary: "List the sales agents you can buy from: storefronts, and the agents behind them",
  description:
    "A storefront's own agent is called storefront- and its platformId. An agent behind a storefront is listed once, however " +
    "many storefronts show it. Where requiresAccount is true, register a credential: POST /sales-agents/{agentId}/accountCredentials.",
  tag: "Sales agents",
  access: "read",
  query: SalesAgentListQuery,
  paging: "limit/offset",
  answer: z.object({
    items: z.array(SalesAgentView),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  async handle({ query }, { db, viewer }) {
    // Every agent belongs to a seller; buyers have none of their own.
    if (query.relationship === "SELF") return itemsPage([], 0, query.offset);
    const { agents, total } = await list(db, viewer, query);
    return itemsPage(agents.map(viewOf), total, query.offset);
  },
});
