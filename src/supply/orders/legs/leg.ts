import { after, MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type {
  Capabilities,
  MediaBuyOutcome,
  MediaBuyStatus,
  SellerError,
  SellerMediaBuy,
} from "../../../ground/seller-agent/index.ts";
import type { Leg } from "../order.ts";
import { refusal } from "../refusal.ts";

/**
 * `held` while the storefront's people have to approve of the order: no source hears of it before that, nor of one that was
 * `canceled` meanwhile. `open` until its source has answered, `failed` where it was asked as often as is safe and never did:
 * whether it bought is then unknown, and only a late answer settles it. `submitted` and `input_required` are still undecided.
 */
export type LegState = "held" | "open" | "submitted" | "input_required" | "booked" | "rejected" | "failed" | "canceled";

/** Where a leg stands by its source's word. */
export interface LegStanding {
  readonly state: LegState;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly message: string | null;
  readonly errors: readonly SellerError[];
}

/** When a leg came to stand where it stood, in ISO 8601 by the seller's clock. */
export interface LegEvent extends Pick<LegStanding, "state" | "sellerStatus" | "message"> {
  readonly at: string;
  /** Of the first error, where there was one. */
  readonly code: string | null;
}

const NOWHERE: Omit<LegStanding, "state"> = {
  sellerMediaBuyId: null,
  sellerStatus: null,
  taskId: null,
  message: null,
  errors: [],
};

export function standingAfter(outcome: MediaBuyOutcome): LegStanding {
  switch (outcome.kind) {
    case "done":
      return standingOf(outcome.mediaBuy);
    case "submitted":
      return { ...NOWHERE, state: "submitted", taskId: outcome.taskId, message: outcome.message };
    case "input_required":
      return { ...NOWHERE, state: "input_required", taskId: outcome.taskId, message: outcome.message };
    case "rejected":
      return rejectedWith(outcome.errors);
  }
}

export function standingOf({ mediaBuyId, status, waitingFor }: SellerMediaBuy): LegStanding {
  const said = { sellerMediaBuyId: mediaBuyId, sellerStatus: status, message: waitingFor };
  if (status !== "rejected") return { ...NOWHERE, ...said, state: "booked" };
  const message = waitingFor ?? "the seller rejected the media buy";
  return { ...NOWHERE, ...said, state: "rejected", errors: [refusal("MEDIA_BUY_REJECTED", message, null, "terminal")] };
}

export function rejectedWith(errors: readonly SellerError[]): LegStanding {
  const said =
    errors.length > 0 ? errors : [refusal("MEDIA_BUY_REJECTED", "the seller gave no reason", null, "terminal")];
  return { ...NOWHERE, state: "rejected", errors: said };
}

/** The buyer took it back before any source had heard of it. */
export const WITHDRAWN: LegStanding = { ...NOWHERE, state: "canceled" };

export function failedWith(message: string): LegStanding {
  return { ...NOWHERE, state: "failed", message };
}

export function isUndecided({ state }: Leg): boolean {
  return state === "held" || state === "open" || state === "submitted" || state === "input_required";
}

/** Whether the storefront itself has refused it, so that its source was never asked. */
export function isDeclined({ state, errors, sentAt }: Leg): boolean {
  return state === "rejected" && sentAt === null && errors.some(({ code }) => code === "STOREFRONT_REJECTED");
}

/** Whether its source has refused it for certain, and holds nothing of it. */
export function isRefused({ state, sellerMediaBuyId, taskId }: Leg): boolean {
  return state === "rejected" && sellerMediaBuyId === null && taskId === null;
}

const OVER: ReadonlySet<MediaBuyStatus | null> = new Set(["completed", "canceled", "rejected"]);

/** Whether its source holds a buy that can still be changed. */
export function isRunning({ state, sellerStatus }: Leg): boolean {
  return state === "booked" && !OVER.has(sellerStatus);
}

const MOST_ATTEMPTS = 40;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;
/** What may pass between the end of an attempt and its being written down. */
const LEASE_MARGIN_MS = 15 * SECOND_MS;

export type Placement =
  | { readonly kind: "nothing" }
  /** Somebody else is at it. */
  | { readonly kind: "wait"; readonly until: Date }
  | { readonly kind: "give_up" }
  | { readonly kind: "place"; readonly repeated: boolean };

/** Whether a leg may be sent to its source now; `wall` is the time of the wall. */
export function placementOf({ state, leaseUntil, attempts, sentAt }: Leg, wall: Date): Placement {
  if (state !== "open") return { kind: "nothing" };
  if (leaseUntil && leaseUntil > wall) return { kind: "wait", until: leaseUntil };
  if (attempts >= MOST_ATTEMPTS) return { kind: "give_up" };
  return { kind: "place", repeated: sentAt !== null };
}

export function leaseEnd(wall: Date, timeoutMs: number): Date {
  return after(wall, timeoutMs + LEASE_MARGIN_MS);
}

/** How long after a lease nobody answered under the next attempt follows by itself. */
export function pauseAfter(attempts: number): number {
  return Math.min(MINUTE_MS * 2 ** Math.min(attempts, 10), LONGEST_PAUSE_MS);
}

/** A seller that forgot the key, or never remembers any, takes a repetition for a second buy. */
export function remembers({ idempotencyTtlSeconds: ttl }: Capabilities, sentAt: Date, wall: Date): boolean {
  return ttl !== null && wall.getTime() - sentAt.getTime() < ttl * SECOND_MS - 10 * MINUTE_MS;
}

/**
 * Whether errors say that the buy is refused. To a repetition, an error about the caller or the key says nothing about what
 * became of the first request.
 */
export function decides(errors: readonly SellerError[], repeated: boolean): boolean {
  if (errors.length > 0 && errors.every(({ recovery }) => recovery === "transient")) return false;
  return !repeated || !errors.some(({ code }) => /^(AUTH|ACCOUNT|IDEMPOTENCY|PERMISSION)_/.test(code));
}

const DID_NOTHING: ReadonlySet<string> = new Set(["RATE_LIMITED", "SERVICE_UNAVAILABLE"]);

/** Whether the seller says that it did not so much as look at the request. */
export function wasNotTaken(errors: readonly SellerError[]): boolean {
  return errors.length > 0 && errors.every(({ code }) => DID_NOTHING.has(code));
}
