import { z } from "zod";
import { integerId, limitOffset } from "../../ground/kernel/query.ts";
import type { Interest, Submission } from "./interest.ts";

export const InterestBody = z
  .object({
    storefrontIds: z.array(integerId("storefrontIds")).max(100).optional().describe("Storefronts that you can see"),
    notes: z.string().trim().max(4000).optional().describe("What you would like to buy, from whom, and when"),
  })
  .refine(({ storefrontIds = [], notes = "" }) => storefrontIds.length > 0 || notes !== "", {
    path: ["storefrontIds"],
    message: "send the storefronts that you would like to buy from, or notes, or both",
  })
  .meta({ id: "StorefrontInterest" });

export const SubmittedView = z
  .object({ submitted: z.boolean(), submittedAt: z.iso.datetime().nullable() })
  .meta({ id: "StorefrontInterestStatus" });

export const SubmissionListQuery = z.object(limitOffset(100, 20));

export const SubmissionView = z
  .object({
    customerId: z.int(),
    company: z.string(),
    submittedBy: z.string().nullable(),
    submittedAt: z.iso.datetime(),
    storefronts: z.array(z.object({ storefrontId: z.int(), name: z.string() })),
    notes: z.string().nullable(),
  })
  .meta({ id: "StorefrontInterestSubmission" });

export function viewOf(interest: Interest | undefined): z.input<typeof SubmittedView> {
  return { submitted: interest !== undefined, submittedAt: interest?.submittedAt.toISOString() ?? null };
}

export function submissionViewOf(submission: Submission): z.input<typeof SubmissionView> {
  const { customerId, company, submittedBy, submittedAt, storefronts, notes } = submission;
  const named = storefronts.map(({ storefrontId, name }) => ({ storefrontId, name }));
  return { customerId, company, submittedBy, submittedAt: submittedAt.toISOString(), storefronts: named, notes };
}
