import { after, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Verdict } from "../subscription.ts";

/** Sent because somebody wants to see whether it arrives: once, and not again. */
export const TEST_EVENT = "webhook.test";

/** One event on its way to one subscription. Its times are the wall's. */
export interface Delivery {
  /** Also the message's id, over all its attempts. */
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly eventType: string;
  /** The body to the letter, because it is signed. */
  readonly body: string;
  readonly status: "pending" | "delivered" | "failed";
  readonly attempts: number;
  /** Until then some process is sending it. */
  readonly leaseUntil: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly responseStatus: number | null;
  readonly error: string | null;
  readonly createdAt: Date;
}

/** What came of an attempt: an answer, whatever it says, or none. */
export type DeliveryResponse =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "silence"; readonly message: string };

/** The pauses after each attempt, as Standard Webhooks proposes them: ten attempts over three days. */
const PAUSES_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** How a receiver says that it wants nothing more (Standard Webhooks). */
const GONE = 410;

/** How long an attempt may take, and for how long nobody else makes one. */
export const PATIENCE_MS = 15 * SECOND_MS;
export const LEASE_MS = PATIENCE_MS + 15 * SECOND_MS;
/** When an attempt of which nothing became known is made again: the lease is over by everybody's clock. */
export const RECOVERY_MS = 2 * LEASE_MS;

/** Takes it for an attempt; undefined where it was made meanwhile, or is being made. */
export function beginAttempt(delivery: Delivery, attempt: number, wall: Date): Delivery | undefined {
  const { status, attempts, leaseUntil } = delivery;
  if (status !== "pending" || attempts !== attempt || (leaseUntil !== null && leaseUntil > wall)) return undefined;
  return { ...delivery, attempts: attempts + 1, leaseUntil: after(wall, LEASE_MS), lastAttemptAt: wall };
}

export function afterAttempt(delivery: Delivery, response: DeliveryResponse, wall: Date): Delivery {
  const reported = { ...delivery, leaseUntil: null, nextAttemptAt: null };
  if (response.kind === "answered" && isTaken(response.status))
    return { ...reported, status: "delivered", responseStatus: response.status, error: null };
  const missed =
    response.kind === "answered"
      ? { ...reported, responseStatus: response.status, error: `the receiver answered ${response.status}` }
      : { ...reported, responseStatus: null, error: response.message };
  const pauseMs = missed.responseStatus === GONE ? undefined : pauseAfter(delivery);
  return pauseMs === undefined ? { ...missed, status: "failed" } : { ...missed, nextAttemptAt: after(wall, pauseMs) };
}

/** What an attempted delivery says about its receiver. Of one who only tried whether it works, no more than that it did not. */
export function verdictOf({ status, responseStatus, eventType }: Delivery): Verdict {
  if (status === "delivered") return "reached";
  if (responseStatus === GONE) return "gone";
  return status === "failed" && eventType !== TEST_EVENT ? "given_up" : "missed";
}

/** Begins again, at once and whatever came of it before. */
export function revived(delivery: Delivery, wall: Date): Delivery {
  return { ...delivery, status: "pending", nextAttemptAt: wall };
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}

function pauseAfter({ eventType, attempts }: Delivery): number | undefined {
  return eventType === TEST_EVENT ? undefined : PAUSES_MS[attempts - 1];
}
