import { z } from "zod";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { filterOf, KEPT, LoggedRequestView, RequestQuery, viewOf } from "./schema.ts";
import { listRequests as list } from "./store.ts";

export const listRequests = operation({
  id: "listRequests",
  api: "platform",
  method: "get",
  path: "/requests",
  summary: "List your organisation's recent requests and how they were answered, newest first",
  description: KEPT,
  tag: "Requests",
  ours: true,
  access: "read",
  query: RequestQuery,
  paging: "take/skip",
  answer: z.object({
    requests: z.array(LoggedRequestView),
    total: z.int(),
    keptDays: z.int().nullable().describe("How long they are kept; null if this installation keeps none"),
  }),
  refs: {
    "query.apiKeyId": "apiKey",
    "query.applicationId": "application",
    "query.actingGrantId": "actingGrant",
  },
  async handle({ query }, { db, viewer, installation }) {
    const { requests, total } = await list(db, viewer.customerId, filterOf(query), pageOf(query));
    return { requests: requests.map(viewOf), total, keptDays: installation.requestLogDays };
  },
});
