import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { wholeNumber } from "../../../ground/kernel/query.ts";
import { changedFields } from "../../../ground/kernel/versions/changed-fields.ts";
import { FieldChangeView } from "../../../ground/kernel/versions/field-change.ts";
import { forwardOutcomeOf, type SoldLeg, settledAt } from "../seller-view/index.ts";
import { APPROVAL_STATUSES } from "./approval.ts";
import type { Queued } from "./queue.ts";

export const QueueQuery = z.object({
  status: z.enum(APPROVAL_STATUSES).default("pending"),
  take: wholeNumber("take", 1, 500).default(500),
  skip: wholeNumber("skip", 0, 1_000_000).default(0),
});

export const ApprovalPath = z.object({ mediaBuyId: z.string().min(1).max(200) });

export const DecideBody = z
  .object({
    status: z.enum(["approved", "rejected"]),
    reviewerNotes: z.string().max(2000).optional().describe("The buyer reads them: if you reject, say what to change"),
  })
  .meta({ id: "MediaBuyDecision" });

export const RetryBody = z
  .strictObject({
    forceTerminal: z
      .boolean()
      .default(false)
      .describe(
        "Asks sources again that refused it: only if all refused, none holds a part, and the buyer has not been notified",
      ),
    reason: z.string().min(1).max(500).optional().describe("For the audit log"),
  })
  .meta({ id: "MediaBuyRetry" });

const shown = {
  id: z.string(),
  kind: z.enum(["create", "update"]).describe("Always `create`: updates of an approved media buy proceed immediately"),
  storefrontId: z.string(),
  mediaBuyId: z.string(),
  buyerCustomerId: z.int().nullable().describe("Null for a buyer on another system"),
  buyerName: z.string(),
  submittedPayload: z.record(z.string(), z.unknown()).describe("The buyer's request, as in AdCP"),
  changes: z
    .array(FieldChangeView)
    .nullable()
    .describe("What its buyer last changed while it waited, at most 100 fields; null if it is as first submitted"),
  status: z.enum(APPROVAL_STATUSES).describe("revoked: its buyer has canceled it"),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  reviewerNotes: z.string().nullable(),
  forwardedAt: z.iso
    .datetime()
    .nullable()
    .describe("When the last source had answered, whether it accepted its part or not; null before that"),
  expiresAt: z.iso
    .datetime()
    .nullable()
    .describe(
      "When it is rejected automatically if it is still pending; null for media buys from before there was a limit",
    ),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

export const ApprovalView = z.object(shown).meta({ id: "MediaBuyApproval" });
export const ApprovalListView = z.object({ items: z.array(ApprovalView), total: z.int() });

export const ForwardedView = z
  .object({
    ...shown,
    forwardOutcome: z
      .enum(["deferred", "all_completed", "all_submitted", "partial", "all_failed"])
      .optional()
      .describe(
        "deferred: the request is already being processed, ask again in a moment. Omitted if no source was asked",
      ),
    forwardResult: z
      .array(z.object({ sourceId: z.string(), status: z.string(), upstreamMediaBuyId: z.string().optional() }))
      .optional()
      .describe("The result at each source; a source that gave no answer is asked again automatically"),
    forwardError: z.string().nullable().optional(),
  })
  .meta({ id: "MediaBuyForwarded" });

export function viewOf({ approval, sold }: Queued): z.input<typeof ApprovalView> {
  const { approvalId, storefrontId, reviewedBy, reviewedAt, orderId, expiresAt, createdAt, updatedAt, ...rest } =
    approval;
  const { previousPayload, ...same } = rest;
  return {
    ...same,
    id: String(approvalId),
    kind: "create",
    storefrontId: String(storefrontId),
    mediaBuyId: orderId,
    changes: previousPayload && changedFields(previousPayload, same.submittedPayload),
    reviewedBy: reviewedBy === null ? null : String(reviewedBy),
    reviewedAt: instantOf(reviewedAt),
    forwardedAt: settledAt(sold),
    expiresAt: instantOf(expiresAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** Includes the sources' results; `wasSent` says whether any source was asked. */
export function forwardedView(queued: Queued, wasSent: boolean): z.input<typeof ForwardedView> {
  const view = viewOf(queued);
  if (!wasSent) return view;
  const { legs } = queued.sold;
  const outcome = forwardOutcomeOf(queued.sold);
  if (outcome === "not_forwarded") return { ...view, forwardOutcome: "deferred", forwardResult: [] };
  const [error = null] = legs.flatMap(
    ({ leg }) => leg.errors[0]?.message ?? (leg.state === "open" ? leg.message : null) ?? [],
  );
  return {
    ...view,
    forwardOutcome: outcome === "failed" ? "all_failed" : outcome,
    forwardResult: legs.map(resultOf),
    forwardError: error,
  };
}

/** AdCP's statuses for a task. */
const TASK_STATUS: Readonly<Record<string, string>> = {
  booked: "completed",
  submitted: "submitted",
  input_required: "input-required",
  rejected: "rejected",
};

function resultOf({ sourceId, leg }: SoldLeg) {
  const { state, sellerMediaBuyId } = leg;
  const upstream = sellerMediaBuyId === null ? {} : { upstreamMediaBuyId: sellerMediaBuyId };
  return { sourceId, status: TASK_STATUS[state] ?? "failed", ...upstream };
}
