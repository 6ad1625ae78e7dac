import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { integerId, limitOffset } from "../../../ground/kernel/query.ts";
import { changedFields } from "../../../ground/kernel/versions/changed-fields.ts";
import { FieldChangeView } from "../../../ground/kernel/versions/field-change.ts";
import { CheckView, checkView } from "../../instructions/evaluations/index.ts";
import { EVALUATOR, type Evaluation } from "./evaluate.ts";
import { type CreativeReview, REVIEW_STATUSES } from "./review.ts";

export const ReviewPath = z.object({
  creativeId: z.string().min(1).max(255).describe("The buyer's own id for it"),
});

const reviewId = integerId("reviewId")
  .optional()
  .describe("The `id` of the review, if several buyers use the same creative id");

export const ReviewQuery = z.object({ reviewId });
export const ReviewListQuery = z.object({
  status: z.enum(REVIEW_STATUSES).default("pending"),
  ...limitOffset(250, 250),
});

export const DecisionBody = z
  .object({
    status: z.enum(["approved", "rejected"]),
    reviewer_notes: z.string().max(2_000).optional().describe("Shown to the buyer"),
    review_id: integerId("review_id")
      .optional()
      .describe(
        "The `id` of the review: decides only that submission; required if several buyers use the same creative id",
      ),
  })
  .meta({ id: "CreativeReviewDecision" });

export const EvaluateBody = z
  .object({
    acceptance_policy_text: z.string().min(1).max(50_000).optional().describe("Instead of your active policy"),
    expected_brand: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe("A domain, or a name; by default the buyer's domains"),
    questions: z.array(z.string().min(1).max(300)).max(8).optional(),
    review_id: integerId("review_id").optional(),
  })
  .meta({ id: "CreativeReviewQuestion" });

export const ReviewView = z
  .object({
    id: z.string().describe("The review's id: changed content of the creative has another one"),
    storefrontId: z.string(),
    creativeId: z.string(),
    mediaBuyId: z.string().nullable().describe("The media buy that it came with; null if it came separately"),
    buyerCustomerId: z.int().nullable().describe("Null for a buyer on another system"),
    buyerName: z.string(),
    submittedPayload: z.record(z.string(), z.unknown()).describe("The creative as in AdCP"),
    previousPayload: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe("The version submitted before this one; null for the first"),
    changes: z
      .array(FieldChangeView)
      .nullable()
      .describe("What differs from the previous version, at most 100 fields; null for the first"),
    status: z.enum(REVIEW_STATUSES).describe("`revoked`: the buyer sent new content, or withdrew it"),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.iso.datetime().nullable(),
    reviewerNotes: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "CreativeReview" });

export const ReviewListView = z.object({ items: z.array(ReviewView), total: z.int() });

export const CreativeEvaluationView = z
  .object({
    creativeId: z.string(),
    evaluatorId: z.string(),
    evaluatorVersion: z.string(),
    status: z.enum(["pass", "warn", "fail"]),
    recommendation: z.enum(["approve", "manual_review", "reject"]).describe("Advisory: it decides nothing"),
    policyDecision: z.enum(["definitely_on_policy", "definitely_not_on_policy", "needs_human_approval"]),
    summary: z.string(),
    checks: z.array(CheckView),
    answers: z.array(z.object({ question: z.string(), answer: z.string(), confidence: z.number() })),
  })
  .meta({ id: "CreativeEvaluation" });

export function viewOf(review: CreativeReview): z.input<typeof ReviewView> {
  const { reviewId: id, storefrontId, creativeId, mediaBuyId, buyer, status, reviewedBy } = review;
  const submittedPayload = payloadOf(creativeId, review.submitted);
  const previousPayload = review.previous && payloadOf(creativeId, review.previous);
  return {
    id: String(id),
    storefrontId: String(storefrontId),
    creativeId,
    mediaBuyId,
    buyerCustomerId: buyer.customerId,
    buyerName: buyer.name,
    submittedPayload,
    previousPayload,
    changes: previousPayload && changedFields(previousPayload, submittedPayload),
    status,
    reviewedBy: reviewedBy === null ? null : String(reviewedBy),
    reviewedAt: instantOf(review.reviewedAt),
    reviewerNotes: review.reviewerNotes,
    createdAt: review.createdAt.toISOString(),
    updatedAt: review.updatedAt.toISOString(),
  };
}

function payloadOf(creativeId: string, { name, manifest }: CreativeReview["submitted"]) {
  return { creative_id: creativeId, name, ...manifest };
}

const UNANSWERED =
  "This evaluator checks formats and addresses; it cannot judge what a creative shows or says: look at it.";

/** An evaluation alone never approves anything, because nobody has looked at what the creative shows. */
export function evaluationView(
  creativeId: string,
  { status, summary, checks }: Evaluation,
  questions: readonly string[],
): z.input<typeof CreativeEvaluationView> {
  const isBlocked = checks.some((check) => check.code === "acceptance_policy" && check.status === "fail");
  return {
    creativeId,
    ...EVALUATOR,
    status,
    recommendation: status === "fail" ? "reject" : "manual_review",
    policyDecision: isBlocked ? "definitely_not_on_policy" : "needs_human_approval",
    summary,
    checks: checks.map((check) => checkView(check, EVALUATOR)),
    answers: questions.map((question) => ({ question, answer: UNANSWERED, confidence: 0 })),
  };
}
