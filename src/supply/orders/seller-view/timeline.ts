import type { WorkItemMove } from "../../modular/index.ts";
import type { Approval } from "../approvals/approval.ts";
import type { AnsweredChange } from "../changes/order-change.ts";
import type { LegEvent } from "../legs/leg.ts";
import { forwardedAt, phaseOf, type SoldLeg, type SoldOrder } from "./sold-order.ts";

export const STAGES = [
  "received",
  "screened",
  "decided",
  "forwarded",
  "forward_failed",
  "submitted",
  "source_moderation",
  "accepted",
  "rejected",
  "delivering",
] as const;

/** A stage that was reached, and the evidence for it, newest first. */
export interface Stage {
  readonly stage: (typeof STAGES)[number];
  readonly at: string | null;
  readonly detail: string | null;
  readonly evidence: readonly Evidence[];
}

/** A source's answer, or the lack of one. */
interface Evidence {
  readonly at: string;
  readonly eventType: "response_received" | "poll_result" | "attempt_started" | "terminalized";
  readonly outcome: string | null;
  readonly errorCode: string | null;
  readonly recovery: "transient" | "structural" | null;
  readonly attemptNumber: number | null;
  readonly detail: string | null;
}

/** What happened to an order, apart from what its own row shows. */
export interface OrderHistory {
  readonly sold: SoldOrder;
  /** Undefined if no approval was needed. */
  readonly approval: Approval | undefined;
  /** Oldest first. */
  readonly changes: readonly AnsweredChange[];
  /** The moves of work items, by leg of a modular source; oldest first. */
  readonly moves: ReadonlyMap<string, readonly WorkItemMove[]>;
}

const RECEIVED: readonly (readonly [Stage["stage"], (event: LegEvent) => boolean])[] = [
  ["submitted", ({ state }) => state === "submitted"],
  ["source_moderation", ({ state }) => state === "input_required"],
  ["accepted", ({ state, sellerStatus }) => state === "booked" && sellerStatus !== "rejected"],
  ["rejected", ({ state, sellerStatus }) => state === "rejected" || sellerStatus === "rejected"],
  ["delivering", ({ sellerStatus }) => sellerStatus === "active" || sellerStatus === "completed"],
];

/** What happened to an order before it was sent to its sources. */
export function stagesOf({ sold: { order, createdAt }, approval }: OrderHistory): Stage[] {
  const at = createdAt.toISOString();
  const { screening } = order;
  return [
    stage("received", at),
    ...(screening ? [stage("screened", at, `${screening.outcome}: ${screening.summary}`)] : []),
    ...(approval && approval.status !== "pending" ? [decision(approval)] : []),
  ];
}

function decision({ status, reviewedAt, reviewerNotes, updatedAt }: Approval): Stage {
  const detail = reviewerNotes === null ? status : `${status}: ${reviewerNotes}`;
  return stage("decided", (reviewedAt ?? updatedAt).toISOString(), detail);
}

/** What happened to one leg, in the order of a leg's stages. */
export function stagesOfLeg(sold: SoldLeg, order: SoldOrder): Stage[] {
  const { leg, history } = sold;
  const sentAt = forwardedAt(leg, order);
  const evidence = history.map(evidenceOf);
  const response = RECEIVED.flatMap(([name, shows]) => {
    const shown = evidence.filter((_, index) => history[index] && shows(history[index]));
    return shown[0] ? [stage(name, shown[0].at, shown.at(-1)?.detail, shown.toReversed())] : [];
  });
  return [...(sentAt ? [stage("forwarded", sentAt.toISOString())] : []), ...failuresOf(sold, evidence), ...response];
}

function failuresOf({ leg }: SoldLeg, evidence: readonly Evidence[]): Stage[] {
  const at = leg.updatedAt.toISOString();
  if (phaseOf(leg) === "retrying") {
    const inVain: Evidence = {
      at,
      eventType: "attempt_started",
      outcome: "unanswered",
      errorCode: null,
      recovery: "transient",
      attemptNumber: leg.attempts,
      detail: leg.message,
    };
    return [stage("forward_failed", at, leg.message, [inVain])];
  }
  const ends = evidence.filter(({ outcome }) => outcome === "failed");
  return ends[0] ? [stage("forward_failed", ends[0].at, ends[0].detail, ends)] : [];
}

function evidenceOf({ at, state, sellerStatus, code, message }: LegEvent, index: number): Evidence {
  const failed = state === "failed";
  const spoken = index === 0 ? "response_received" : "poll_result";
  return {
    at,
    eventType: failed ? "terminalized" : spoken,
    outcome: sellerStatus ?? state,
    errorCode: code,
    recovery: failed ? "structural" : null,
    attemptNumber: null,
    detail: message,
  };
}

function stage(
  name: Stage["stage"],
  at: string | null,
  detail: string | null = null,
  evidence: readonly Evidence[] = [],
): Stage {
  return { stage: name, at, detail, evidence };
}
