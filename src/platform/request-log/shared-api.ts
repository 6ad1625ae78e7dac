import { z } from "zod";
import { csvPageOf } from "../../ground/kernel/csv/csv-list.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { filterOf, LoggedRequestView, lineOf, RETENTION_NOTE, RequestQuery, viewOf } from "./schema.ts";
import { listRequests as list, listRequestsBelow } from "./store.ts";

export const listRequests = operation({
  id: "listRequests",
  api: "platform",
  method: "get",
  path: "/requests",
  summary: "List your organisation's recent requests and how they were answered, newest first",
  description: `${RETENTION_NOTE} A seller also sees the requests that buyers on other systems made to its storefront's agent.`,
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
    "query.callerKeyId": "callerKey",
    "query.applicationId": "application",
    "query.actingGrantId": "actingGrant",
  },
  csv: {
    fileName: "requests",
    columns: ["id", "at", "method", "path", "operation", "tool", "status", "durationMs", "by"],
    async page({ query }, { db, viewer }, after) {
      const rows = await listRequestsBelow(db, viewer.customerId, filterOf(query), after);
      return csvPageOf(rows, lineOf, ({ requestId }) => requestId);
    },
  },
  async handle({ query }, { db, viewer, installation }) {
    const { requests, total } = await list(db, viewer.customerId, filterOf(query), pageOf(query));
    return { requests: requests.map(viewOf), total, keptDays: installation.requestLogDays };
  },
});
