import { z } from "zod";
import { Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { recordCalls } from "../calls/record-calls.ts";
import { draftCheck } from "../change-source.ts";
import { SourcePath } from "../schema.ts";
import { callOf, DEFAULT_BRIEF, DiscoveryTestView, viewOf } from "./discovery-test.ts";
import { requestProducts } from "./request-products.ts";

export const runInventorySourceDiscoveryTest = operation({
  id: "runInventorySourceDiscoveryTest",
  api: "storefront",
  method: "post",
  path: "/inventory-sources/{sourceId}/tests/discovery",
  summary: "Ask one of your sources for products, to test it",
  description:
    "Nothing is bought or spent: the agent behind the source is sent the brief unchanged, and the answer has the " +
    "result, how long it took and what was wrong. A source in any status can be tested.",
  tag: "Inventory sources",
  access: "write",
  params: SourcePath,
  body: z.object({
    brief: z.string().trim().min(1).max(2000).optional().describe("By default, a brief that asks for anything"),
  }),
  bodyOptional: true,
  answer: DiscoveryTestView,
  errors: [Invalid, InvalidState, NotFound],
  refs: { "params.sourceId": "source" },
  audit: { resource: "INVENTORY_SOURCE", action: "EXECUTE", idIn: "source.sourceId" },
  claim: async ({ params, body }, ctx) => ({ ...(await draftCheck(ctx, params.sourceId)), brief: body.brief }),
  call: (draft, ctx) => requestProducts(draft, draft.brief ?? DEFAULT_BRIEF, ctx),
  async settle({ after: source, brief }, test, ctx) {
    await recordCalls(ctx, [callOf(source.sourceId, test, brief === undefined)]);
    return viewOf(source, test, ctx);
  },
});
