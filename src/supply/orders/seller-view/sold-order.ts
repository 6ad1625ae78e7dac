import { isDeclined, type LegEvent } from "../legs/leg.ts";
import type { Leg, Order } from "../order.ts";

/** An order and its history, as its seller sees them. */
export interface SoldOrder {
  readonly order: Order;
  readonly createdAt: Date;
  readonly legs: readonly SoldLeg[];
}

export interface SoldLeg {
  readonly leg: Leg;
  /** The storefront's own id for the source. */
  readonly sourceId: string;
  readonly sourceKind: string;
  readonly history: readonly LegEvent[];
}

export const STATUSES = [
  "pending_approval",
  "forwarding",
  "forward_failed",
  "awaiting_source",
  "rejected",
  "canceled",
  "booked",
  "delivering",
  "paused",
  "completed",
] as const;
export type OrderStatus = (typeof STATUSES)[number];

export const PENDING_REASONS = [
  "forward_failed_needs_correction",
  "forward_failed_retrying",
  "awaiting_storefront_approval",
  "awaiting_source_moderation",
  "no_creatives_attached",
  "source_rejected_creatives",
  "creative_processing_at_source",
  "awaiting_creative_approval",
  "accepted_awaiting_trafficking",
  "scheduled_not_started",
] as const;
type PendingReason = (typeof PENDING_REASONS)[number];

interface Phase {
  readonly phase: string;
  readonly status: OrderStatus;
  readonly reason: PendingReason | null;
}

/**
 * The possible statuses of a leg. An order has the status of its legs that comes first in this list: waiting before
 * running, and failures last, because the rest of the order continues without them.
 */
export const PHASES: readonly Phase[] = [
  { phase: "held", status: "pending_approval", reason: "awaiting_storefront_approval" },
  { phase: "retrying", status: "forward_failed", reason: "forward_failed_retrying" },
  { phase: "open", status: "forwarding", reason: null },
  { phase: "input_required", status: "awaiting_source", reason: "awaiting_source_moderation" },
  { phase: "submitted", status: "awaiting_source", reason: "awaiting_source_moderation" },
  { phase: "creatives_refused", status: "booked", reason: "source_rejected_creatives" },
  { phase: "pending_creatives", status: "booked", reason: "no_creatives_attached" },
  { phase: "pending_start", status: "booked", reason: "scheduled_not_started" },
  { phase: "active", status: "delivering", reason: null },
  { phase: "paused", status: "paused", reason: null },
  { phase: "completed", status: "completed", reason: null },
  { phase: "canceled", status: "canceled", reason: null },
  { phase: "failed", status: "forward_failed", reason: "forward_failed_needs_correction" },
  { phase: "rejected", status: "rejected", reason: null },
];

/** The `phase` that the store computes in SQL: the two must agree. */
export function phaseOf({ state, sellerStatus, creativesRefused, leaseUntil, attempts }: Leg): string {
  if (state === "booked" && creativesRefused && sellerStatus === "pending_creatives") return "creatives_refused";
  if (state === "booked") return sellerStatus ?? "rejected";
  return state === "open" && leaseUntil === null && attempts > 0 ? "retrying" : state;
}

export interface OrderPhase extends Phase {
  /** The leg that holds up the others. */
  readonly first: SoldLeg;
}

export function currentPhase({ legs, order }: SoldOrder): OrderPhase {
  for (const one of PHASES) {
    const first = legs.find(({ leg }) => phaseOf(leg) === one.phase);
    if (first) return { ...one, first };
  }
  throw new Error(`the order ${order.orderId} is in no phase that is known`);
}

export type ForwardOutcome = "not_forwarded" | "all_completed" | "all_submitted" | "partial" | "failed";

export function forwardOutcomeOf({ legs }: SoldOrder): ForwardOutcome {
  if (legs.every(({ leg }) => isUnsent(leg))) return "not_forwarded";
  const states = legs.map(({ leg }) => leg.state);
  if (states.every((state) => state === "booked")) return "all_completed";
  const accepted = states.filter((state) => ACCEPTED.has(state));
  if (accepted.length === states.length) return "all_submitted";
  return accepted.length > 0 ? "partial" : "failed";
}

const ACCEPTED: ReadonlySet<string> = new Set(["booked", "submitted", "input_required"]);

function isUnsent(leg: Leg): boolean {
  const { state } = leg;
  return state === "held" || state === "canceled" || isDeclined(leg) || phaseOf(leg) === "open";
}

/** When the last of its sources had answered or was given up on; null if one has yet to, or if none was asked. */
export function settledAt({ legs }: SoldOrder): string | null {
  const times = legs.map(({ leg, history }) => {
    if (leg.state === "held" || leg.state === "open") return null;
    // When a source that refused is asked again, the leg starts anew.
    return history.slice(history.findLastIndex(({ state }) => state === "open") + 1)[0]?.at ?? null;
  });
  const known = times.flatMap((at) => at ?? []);
  return known.length < times.length ? null : (known.toSorted().at(-1) ?? null);
}

/**
 * A leg's sending time is wall-clock time and everything else is in the time of the seller's clock, so it is adjusted
 * not to precede the order.
 */
export function forwardedAt({ sentAt }: Leg, { createdAt }: Pick<SoldOrder, "createdAt">): Date | null {
  return sentAt && (sentAt > createdAt ? sentAt : createdAt);
}
