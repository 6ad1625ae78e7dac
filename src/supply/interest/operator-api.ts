import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { csvPageOf } from "../../ground/kernel/csv/csv-list.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { itemsPage } from "../../ground/kernel/query.ts";
import type { Submission } from "./interest.ts";
import { SubmissionListQuery, SubmissionView, submissionViewOf } from "./schema.ts";
import { listSubmissionsBelowOfInstallation, listSubmissionsOfInstallation } from "./store.ts";

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
  csv: {
    fileName: "interest",
    columns: ["organisation", "company", "storefronts", "notes", "at"],
    async page(_, ctx, after) {
      const rows = await listSubmissionsBelowOfInstallation(installationDb(ctx), after);
      return csvPageOf(rows, lineOf, ({ interestId }) => interestId);
    },
  },
  async handle({ query }, ctx) {
    const { submissions, total } = await listSubmissionsOfInstallation(installationDb(ctx), query);
    return itemsPage(submissions.map(submissionViewOf), total, query.offset);
  },
});

function lineOf({ customerId, company, storefronts, notes, submittedAt }: Submission) {
  return [customerId, company, storefronts.map(({ name }) => name).join(", "), notes, submittedAt.toISOString()];
}
