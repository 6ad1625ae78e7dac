import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { decideReview } from "./decide-review.ts";
import { evaluate } from "./evaluate.ts";
import { getReview } from "./find-review.ts";
import { readToEvaluate, requestFormats } from "./gather-evidence.ts";
import {
  CreativeEvaluationView,
  DecisionBody,
  EvaluateBody,
  evaluationView,
  ReviewListQuery,
  ReviewListView,
  ReviewPath,
  ReviewQuery,
  ReviewView,
  viewOf,
} from "./schema.ts";
import { listReviews } from "./store.ts";

const all = { api: "storefront", path: "/creative-reviews", tag: "Creative reviews" } as const;
const one = { ...all, params: ReviewPath } as const;

export const listCreativeReviews = operation({
  ...all,
  id: "listCreativeReviews",
  method: "get",
  summary: "List the creatives waiting for your approval",
  description:
    "With `creativeApproval: manual` every creative that a buyer sends waits here before it is sent to any source; " +
    "`status` lists those already decided. Newest first.",
  access: "read",
  query: ReviewListQuery,
  paging: "limit/offset",
  answer: ReviewListView,
  errors: [Invalid],
  async handle({ query: { status, limit, offset } }, { db, viewer }) {
    const { reviews, total } = await listReviews(db, viewer.customerId, status, { take: limit, skip: offset });
    return { items: reviews.map(viewOf), total };
  },
});

export const getCreativeReview = operation({
  ...one,
  id: "getCreativeReview",
  method: "get",
  path: "/creative-reviews/{creativeId}",
  summary: "Get the review of one creative",
  description: "The pending one or, if there is none, the newest.",
  access: "read",
  query: ReviewQuery,
  answer: ReviewView,
  refs: { "params.creativeId": "creative", "query.reviewId": "creativeReview" },
  errors: [Invalid, NotFound],
  handle: async ({ params, query }, ctx) => viewOf(await getReview(ctx, params.creativeId, query.reviewId)),
});

export const decideCreativeReview = operation({
  ...one,
  id: "decideCreativeReview",
  decides: true,
  method: "post",
  path: "/creative-reviews/{creativeId}/decide",
  summary: "Approve or reject a creative",
  description:
    "An approved creative is sent to the sources of the packages that show it. A rejected one is not sent, its " +
    "buyer sees your notes, and an earlier approved version is withdrawn, unless a source would be left without " +
    "any. A decision is final: if the buyer changes the creative, it is submitted to you again.",
  access: "write",
  body: DecisionBody,
  answer: ReviewView,
  refs: { "params.creativeId": "creative", "body.review_id": "creativeReview" },
  errors: [Invalid, NotFound, InvalidState, Conflict],
  audit: { resource: "CREATIVE", action: "UPDATE" },
  async handle({ params, body: { status, reviewer_notes = null, review_id } }, ctx) {
    const decided = { status, reviewerNotes: reviewer_notes, reviewId: review_id };
    return viewOf(await decideReview(ctx, params.creativeId, decided));
  },
});

export const evaluateCreativeReview = operation({
  ...one,
  id: "evaluateCreativeReview",
  method: "post",
  path: "/creative-reviews/{creativeId}/evaluate",
  summary: "Check a creative by rule",
  description:
    "Checks whether your sources know its format, its landing page, and whether your acceptance policy blocks " +
    "either. It decides nothing, and says what it cannot judge.",
  access: "write",
  body: EvaluateBody,
  bodyOptional: true,
  answer: CreativeEvaluationView,
  refs: { "params.creativeId": "creative", "body.review_id": "creativeReview" },
  errors: [Invalid, NotFound],
  audit: { resource: "CREATIVE", action: "READ" },
  async claim({ params, body }, ctx) {
    const found = await readToEvaluate(ctx, params.creativeId, body.review_id);
    return { ...found, policy: body.acceptance_policy_text ?? found.policy, body };
  },
  call: (claimed, out) => requestFormats(out, claimed),
  async settle({ review, policy, body }, formats) {
    const evaluation = evaluate({ review, formats, policy, expectedBrand: body.expected_brand });
    return evaluationView(review.creativeId, evaluation, body.questions ?? []);
  },
});
