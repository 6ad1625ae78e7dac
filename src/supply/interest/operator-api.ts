import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import { SubmissionListQuery, SubmissionView, submissionViewOf } from "./schema.ts";
import { listSubmissionsOfInstallation } from "./store.ts";

export const listStorefrontInterest = operation({
  id: "listStorefrontInterest",
  api: "operator",
  method: "get",
  path: "/interest",
  summary: "List what buyers would like to buy, newest first",
  description: "Every submission. If INTEREST_WEBHOOK_URL is set, each one is also sent there as it arrives.",
  tag: "Marketplace",
  access: "operate",
  query: SubmissionListQuery,
  paging: "limit/offset",
  answer: z.object({
    items: z.array(SubmissionView),
    total: z.int(),
    hasMore: z.boolean(),
    nextOffset: z.int().nullable(),
  }),
  async handle({ query }, ctx) {
    const { submissions, total } = await listSubmissionsOfInstallation(installationDb(ctx), query);
    return itemsPage(submissions.map(submissionViewOf), total, query.offset);
  },
});
