import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { numberOf, sum } from "../../../ground/kernel/money.ts";
import { APPROVAL_STATUSES, type Approval } from "../approvals/approval.ts";
import type { AnsweredChange } from "../changes/order-change.ts";
import { newMediaBuyOf } from "../order.ts";
import { BuyerView, buyerViewOf } from "./schema.ts";
import { forwardedAt, phaseOf, type SoldLeg, type SoldOrder, settledAt } from "./sold-order.ts";
import { type OrderHistory, STAGES, type Stage, stagesOf, stagesOfLeg } from "./timeline.ts";

const at = z.iso.datetime().nullable();
const anything = z.record(z.string(), z.unknown()).nullable();

const StageView = z.object({
  stage: z.enum(STAGES),
  at: at.describe("When it was first reached"),
  detail: z.string().nullable(),
  evidence: z
    .array(
      z.object({
        at: z.iso.datetime(),
        kind: z.enum(["exchange_event", "webhook", "collapsed_run"]),
        eventType: z.string().nullable(),
        outcome: z.string().nullable(),
        errorCode: z.string().nullable(),
        recovery: z.enum(["transient", "correctable", "structural"]).nullable(),
        attemptNumber: z.int().nullable(),
        hiddenCount: z.int().nullable(),
        detail: z.string().nullable(),
      }),
    )
    .describe("The evidence, newest first"),
});

const LegView = z.object({
  sourceId: z.string(),
  sourceName: z.string().nullable(),
  sourceKind: z.string(),
  currentStatus: z.string().nullable().describe("In the source's own terms, if it has given a status"),
  forwardedAt: at,
  responseReceivedAt: at,
  theirReference: z
    .object({ mediaBuyId: z.string().nullable(), taskId: z.string().nullable() })
    .describe("To quote to the source's people"),
  platformReference: z
    .object({ idempotencyKey: z.string().nullable(), requestedAt: at })
    .describe("The key that the source was sent: the same for every retry"),
  stages: z.array(StageView),
  forwardedPayload: anything.describe("Not stored: see payloadHighlights"),
  responsePayload: anything.describe("Not stored: see stages"),
  payloadHighlights: z
    .object({
      flightStart: at,
      flightEnd: at,
      budget: z.number().nullable().describe("At the source's price, in `currency`"),
      currency: z.string().nullable(),
      packageCount: z.int().nullable(),
      productIds: z.array(z.string()).describe("The first twenty, by the source's ids"),
      targetingKeys: z.array(z.string()),
    })
    .nullable()
    .describe("Null before anything was sent"),
  replayed: z.boolean().nullable(),
  note: z.string().nullable(),
  workItems: z
    .array(
      z.object({
        workItemId: z.string(),
        kind: z.string(),
        eventType: z.string(),
        actorType: z.string(),
        at: z.iso.datetime(),
      }),
    )
    .describe("What people and modules did for it, if its source is modular; oldest first"),
});

const ApprovalView = z.object({
  status: z.enum(APPROVAL_STATUSES),
  submittedAt: z.iso.datetime(),
  reviewedBy: z.string().nullable(),
  reviewedAt: at,
  reviewerNotes: z.string().nullable(),
  forwardedAt: at.describe("When the last source had answered"),
  submittedPayload: anything.describe("The buyer's request, as in AdCP"),
});

export const TimelineView = z
  .object({
    mediaBuyId: z.string(),
    buyer: BuyerView,
    approval: ApprovalView.nullable().describe("Null if it needed no approval"),
    stages: z.array(StageView).describe("The whole order's, before it went to its sources"),
    legs: z.array(LegView).describe("One for each source that sells a part of it"),
    changes: z
      .array(
        z.object({
          requestedAt: z.iso.datetime(),
          answers: z.array(
            z.object({
              sourceId: z.string(),
              outcome: z.enum(["unanswered", "submitted", "input_required", "done", "rejected"]),
              errorCode: z.string().nullable(),
            }),
          ),
        }),
      )
      .describe("The changes that the buyer has requested since, oldest first, and each source's answers"),
    eventsTruncated: z.boolean(),
  })
  .meta({ id: "StorefrontMediaBuyTimeline" });

export function timelineOf(past: OrderHistory): z.input<typeof TimelineView> {
  const { sold, approval, changes, moves } = past;
  return {
    mediaBuyId: sold.order.orderId,
    buyer: buyerViewOf(sold),
    approval: approval ? approvalView(approval, sold) : null,
    stages: stagesOf(past).map(stageView),
    legs: sold.legs.map((leg) => legView(leg, sold, moves.get(leg.leg.legId) ?? [])),
    changes: changes.map((change) => changeView(change, sold)),
    eventsTruncated: false,
  };
}

function approvalView(approval: Approval, sold: SoldOrder): z.input<typeof ApprovalView> {
  const { status, createdAt, reviewedBy, reviewedAt, reviewerNotes, submittedPayload } = approval;
  return {
    status,
    submittedAt: createdAt.toISOString(),
    reviewedBy: reviewedBy === null ? null : String(reviewedBy),
    reviewedAt: instantOf(reviewedAt),
    reviewerNotes,
    forwardedAt: settledAt(sold),
    submittedPayload,
  };
}

function stageView({ evidence, ...stage }: Stage): z.input<typeof StageView> {
  return { ...stage, evidence: evidence.map((one) => ({ ...one, kind: "exchange_event", hiddenCount: null })) };
}

function legView(
  sold: SoldLeg,
  order: SoldOrder,
  moves: NonNullable<ReturnType<OrderHistory["moves"]["get"]>>,
): z.input<typeof LegView> {
  const { leg, sourceId, sourceKind, history } = sold;
  const sentAt = forwardedAt(leg, order)?.toISOString() ?? null;
  return {
    sourceId,
    sourceName: leg.sourceName,
    sourceKind,
    currentStatus: history.length > 0 ? phaseOf(leg) : null,
    forwardedAt: sentAt,
    responseReceivedAt: history.find(({ state }) => state !== "failed")?.at ?? null,
    theirReference: { mediaBuyId: leg.sellerMediaBuyId, taskId: leg.taskId },
    platformReference: { idempotencyKey: leg.executionKey, requestedAt: sentAt },
    stages: stagesOfLeg(sold, order).map(stageView),
    forwardedPayload: null,
    responsePayload: null,
    payloadHighlights: sentAt === null ? null : highlightsOf(sold, order),
    replayed: null,
    note: leg.message,
    workItems: moves.map((move) => ({ ...move, at: move.at.toISOString() })),
  };
}

function highlightsOf({ leg }: SoldLeg, { order }: SoldOrder) {
  const { flight, packages } = newMediaBuyOf(order, leg, undefined);
  return {
    flightStart: flight.start.toISOString(),
    flightEnd: flight.end.toISOString(),
    budget: numberOf(sum(packages.map(({ budget }) => budget))),
    currency: packages[0]?.currency ?? null,
    packageCount: packages.length,
    productIds: packages.slice(0, 20).map(({ productId }) => productId),
    targetingKeys: [...new Set(packages.flatMap(({ targeting = {} }) => Object.keys(targeting)))],
  };
}

function changeView({ askedAt, outcomes }: AnsweredChange, { legs }: SoldOrder) {
  const answers = legs.flatMap(({ leg, sourceId }) => {
    const outcome = outcomes[leg.legId];
    if (outcome === undefined) return [];
    const errorCode = outcome?.kind === "rejected" ? (outcome.errors[0]?.code ?? null) : null;
    return [{ sourceId, outcome: outcome?.kind ?? ("unanswered" as const), errorCode }];
  });
  return { requestedAt: askedAt.toISOString(), answers };
}
