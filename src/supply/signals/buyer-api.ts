import { z } from "zod";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import { claimSignals, collectSignals, storeSignals } from "./gather-signals.ts";
import { SignalListQuery, SignalView, viewOf } from "./schema.ts";
import { listSignals as list } from "./store.ts";

export const listSignals = operation({
  id: "listSignals",
  api: "buyer",
  method: "get",
  path: "/signals",
  summary: "List the audience signals of the storefronts you can reach",
  description:
    "Collected from sources of type SIGNAL, and cached for an hour. For a storefront that does not answer, its last list " +
    "is used. Every signal is available to every buyer.",
  tag: "Signals",
  access: "read",
  query: SignalListQuery,
  paging: "limit/offset",
  answer: z.object({
    items: z.array(SignalView),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  claim: async ({ query }, ctx) => ({ query, ...(await claimSignals(ctx)) }),
  call: (claimed, ctx) => collectSignals(claimed, ctx),
  async settle({ query }, gathered, ctx) {
    await storeSignals(ctx, gathered);
    if (query.visibility === "PROPRIETARY") return itemsPage([], 0, query.offset);
    const { salesAgentIds } = gathered;
    const { signals, total } = await list(ctx.db, ctx.viewer.customerId, { ...query, salesAgentIds });
    return itemsPage(signals.map(viewOf), total, query.offset);
  },
});
