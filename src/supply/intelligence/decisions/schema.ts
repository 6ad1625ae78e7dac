import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { PostureName } from "../../analytics/index.ts";
import { Explanation, explanationOf } from "../explanation.ts";
import { DISPOSITIONS } from "../intelligence-run.ts";
import type { Decision } from "./read-decision.ts";

const text = z.string().nullable();
const availability = z.enum(["recorded", "unavailable"]);
const defaultOf = <V extends z.ZodType>(value: V) => z.object({ value, source: z.string() });
const { selectedProducts, unpricedProducts } = Explanation.shape;

const Defaults = z.object({
  posture: defaultOf(z.string()),
  targetProductCount: defaultOf(z.int().nullable()),
  pricingGuidance: defaultOf(z.string()),
  packagingGuidance: defaultOf(z.string()),
  maxConcessionPercent: z.number(),
});

const PostureBlock = z.object({
  recommended: PostureName.nullable(),
  selected: PostureName.nullable(),
  rationale: text,
  intensity: z.enum(["low", "medium", "high"]).nullable(),
  signals: z.array(z.string()).readonly(),
  guidance: z.array(z.string()),
  matchedPricingFactIds: z.array(z.string()),
  operatingInstructionsVersion: z.int(),
  matchedBuyerInstructionIds: z.array(z.string()),
  override: z.object({ availability, actor: text }),
  acceptancePolicyVersion: z.object({ availability, value: z.int().nullable() }),
  defaults: Defaults.nullable().describe("Each value with its origin; null for runs from before this was recorded"),
});

const Outcome = z.object({
  state: z.enum(["pending", "booked", "delivered", "rejected", "failed", "unattributed", "unavailable"]),
  eventType: text,
  eventAt: text,
  mediaBuyId: text,
  mediaBuyStatus: text,
  pendingApprovalId: text,
  bookedBudget: z.number().nullable(),
  deliveredImpressions: z.int(),
  deliveredSpend: z.number(),
  deliveredCurrency: text,
  attribution: z.object({
    availability,
    model: text,
    matchedRunId: text,
    matchedProductIds: z.array(z.string()).readonly(),
  }),
});

/** Storefront contract §9.7. */
export const DecisionRecordView = z
  .object({
    id: z.string(),
    status: z.enum(["pending", "responded", "declined", "failed", "booked", "delivered", "rejected", "unattributed"]),
    createdAt: z.iso.datetime(),
    purpose: z.object({ availability, value: z.enum(["live", "simulation"]) }),
    buyer: z.object({ operatorDomain: text, brandDomain: text, country: text, customerId: z.int().nullable() }),
    ask: z.object({
      brief: text,
      buyingMode: z.string(),
      requestAsks: z.array(z.string()),
      inputSnapshotAvailability: availability,
      lexiconVersion: text.describe("The version of the reading that found requests and objections"),
    }),
    fit: z.object({
      disposition: z.enum(DISPOSITIONS).nullable(),
      qualified: z.boolean().nullable(),
      reasonAxis: z.enum(["fit", "policy"]).nullable(),
      reason: text,
      matchedProducts: selectedProducts,
      unavailableProducts: unpricedProducts,
    }),
    posture: PostureBlock,
    response: z.object({
      status: z.enum(["responded", "withheld", "failed", "unavailable"]),
      summary: text,
      exactSentState: z.object({ availability, productCount: z.int(), proposalHistoryAvailability: availability }),
      negotiationChanges: z.object({ requestAsks: z.array(z.string()), refinementApplied: z.unknown() }),
    }),
    approval: z.object({
      availability,
      id: text,
      status: z.enum(["pending", "approved", "rejected", "revoked"]).nullable(),
      reviewedBy: text,
      reviewedAt: text,
      reviewerNotes: text,
      forwardedAt: text,
    }),
    outcome: Outcome,
    learning: z.object({
      analyticsEligibility: z.object({ status: z.enum(["eligible", "ineligible", "unavailable"]), reason: text }),
      postureContribution: z.object({
        availability,
        selected: PostureName.nullable(),
        recommended: PostureName.nullable(),
      }),
      recommendationLineage: z.object({ availability }),
    }),
    provenance: z.object({
      modelProvider: text,
      modelName: z.string(),
      operatingInstructionsVersion: z.int(),
      durationMs: z.int().nullable(),
    }),
  })
  .meta({ id: "SellerDecisionRecord" });

type View = z.input<typeof DecisionRecordView>;

const known = (isKept: boolean): z.input<typeof availability> => (isKept ? "recorded" : "unavailable");

export function decisionRecordView(decision: Decision): View {
  const { run, result } = decision;
  const { record } = run;
  const { operatorDomain, brandDomain, countries } = record.buyerScope;
  const outcome = outcomeBlock(decision);
  return {
    id: String(run.runId),
    status: statusOf(decision, outcome.state),
    createdAt: run.createdAt.toISOString(),
    purpose: { availability: "recorded", value: record.purpose },
    buyer: { operatorDomain, brandDomain, country: countries[0] ?? null, customerId: run.buyerCustomerId },
    ask: {
      brief: run.brief,
      buyingMode: run.buyingMode,
      requestAsks: [...record.requestAsks],
      inputSnapshotAvailability: known(run.inputs !== null),
      lexiconVersion: result?.lexiconVersion ?? null,
    },
    fit: fitBlock(decision),
    posture: postureBlock(decision),
    response: responseBlock(decision),
    approval: approvalBlock(decision),
    outcome,
    learning: learningBlock(decision),
    provenance: {
      modelProvider: null,
      modelName: "deterministic",
      operatingInstructionsVersion: record.versions.operatingInstructions ?? 0,
      durationMs: record.durationMs,
    },
  };
}

function statusOf({ run }: Decision, state: View["outcome"]["state"]): View["status"] {
  if (run.record.result.kind === "error") return "failed";
  if (run.disposition !== "responded") return "declined";
  return state === "unavailable" ? "responded" : state;
}

function fitBlock({ run }: Decision): View["fit"] {
  const { disposition, record } = run;
  const {
    summary,
    selectedProducts: matchedProducts,
    unpricedProducts: unavailableProducts,
  } = explanationOf(disposition, record);
  const axis = disposition === "declined_policy" ? "policy" : disposition === "declined_fit" ? "fit" : null;
  return {
    disposition,
    qualified: disposition === null ? null : disposition === "responded",
    reasonAxis: axis,
    reason: axis === null ? null : (record.result.message ?? summary),
    matchedProducts,
    unavailableProducts,
  };
}

function postureBlock({ run, result }: Decision): View["posture"] {
  const { record } = run;
  const { composing, versions, buyerInstructions } = record;
  const defaults = composing?.defaults;
  const byPeople = defaults && ["buyer_note", "operating_instructions"].includes(defaults.posture.source);
  return {
    recommended: composing?.recommended ?? null,
    selected: record.posture,
    rationale: result?.run.postureRationale ?? null,
    intensity: null,
    signals: composing?.evidence ?? [],
    guidance: defaults ? [defaults.pricingGuidance.value, defaults.packagingGuidance.value] : [],
    matchedPricingFactIds: [],
    operatingInstructionsVersion: versions.operatingInstructions ?? 0,
    matchedBuyerInstructionIds: [...buyerInstructions.matchedRowIds],
    override: { availability: known(defaults !== undefined), actor: byPeople ? defaults.posture.source : null },
    acceptancePolicyVersion: { availability: "recorded", value: versions.acceptancePolicy },
    defaults: defaults ?? null,
  };
}

function responseBlock({ run }: Decision): View["response"] {
  const { record, disposition } = run;
  const { kind } = record.result;
  const answered = disposition === "responded" ? ("responded" as const) : ("withheld" as const);
  return {
    status: kind === "error" ? "failed" : answered,
    summary: explanationOf(disposition, record).summary,
    exactSentState: {
      availability: "recorded",
      productCount: record.shownIds.length,
      proposalHistoryAvailability: "recorded",
    },
    negotiationChanges: { requestAsks: [...record.requestAsks], refinementApplied: record.refinementsApplied },
  };
}

function approvalBlock({ approval, result }: Decision): View["approval"] {
  const latest = result?.outcome.latest;
  const forwarded = latest?.type === "media_buy_forwarded" ? latest.occurredAt.toISOString() : null;
  return {
    availability: known(approval !== undefined),
    id: approval ? String(approval.approvalId) : null,
    status: approval?.status ?? null,
    reviewedBy: approval?.reviewedBy ? String(approval.reviewedBy) : null,
    reviewedAt: instantOf(approval?.reviewedAt),
    reviewerNotes: approval?.reviewerNotes ?? null,
    forwardedAt: forwarded,
  };
}

const NO_FIGURES = {
  eventType: null,
  eventAt: null,
  mediaBuyId: null,
  mediaBuyStatus: null,
  bookedBudget: null,
  deliveredImpressions: 0,
  deliveredSpend: 0,
  deliveredCurrency: null,
};

function outcomeBlock({ result, approval, run }: Decision): View["outcome"] {
  const figures = result?.figures ?? NO_FIGURES;
  const buy = result?.buys.find(({ mediaBuyId }) => mediaBuyId === figures.mediaBuyId);
  return {
    state: stateOf(result, run.disposition === "responded"),
    ...figures,
    pendingApprovalId: approval?.status === "pending" ? String(approval.approvalId) : null,
    attribution: {
      availability: known(buy !== undefined),
      model: buy?.model ?? null,
      matchedRunId: buy ? String(run.runId) : null,
      matchedProductIds: buy?.matchedProductIds ?? [],
    },
  };
}

function stateOf(result: Decision["result"], responded: boolean): View["outcome"]["state"] {
  switch (result?.outcome.latest?.type) {
    case "media_buy_submitted_for_approval":
      return "pending";
    case "media_buy_forwarded":
      return "booked";
    case "delivery_reported":
      return "delivered";
    case "media_buy_rejected":
      return "rejected";
    case "media_buy_forward_failed":
      return "failed";
    case undefined:
      return result && responded ? "unattributed" : "unavailable";
  }
}

function learningBlock({ run, result }: Decision): View["learning"] {
  const { purpose, composing, posture } = run.record;
  const isLive = purpose === "live";
  return {
    analyticsEligibility: {
      status: result ? (isLive ? "eligible" : "ineligible") : "unavailable",
      reason: isLive ? null : `a ${purpose} is not counted`,
    },
    postureContribution: {
      availability: known(composing !== undefined),
      selected: posture,
      recommended: composing?.recommended ?? null,
    },
    recommendationLineage: { availability: "unavailable" },
  };
}
