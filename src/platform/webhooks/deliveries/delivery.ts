import type { Outcome, Progress, Result } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Verdict } from "../subscription.ts";

/** A test: sent once, and not retried. */
export const TEST_EVENT = "webhook.test";

type DeliveryState = "pending" | "delivered" | "failed";

export const deliveryLife = lifecycle({
  noun: "webhook delivery",
  starts: ["pending"],
  states: {
    pending: "to be sent, or sent again",
    delivered: "its receiver accepted it",
    failed: "all attempts failed, or its receiver no longer accepts events",
  },
  transitions: {
    deliver: { pending: "delivered" },
    "give up": { pending: "failed" },
    "send again": { pending: "pending", delivered: "pending", failed: "pending" },
  },
});

/** One event on its way to one subscription. Its times are real time. */
export interface Delivery extends Progress {
  /** Also the id of the message, which is the same in all attempts. */
  readonly deliveryId: string;
  readonly subscriptionId: string;
  readonly eventType: string;
  /** The exact body, because it is signed. */
  readonly body: string;
  readonly status: DeliveryState;
  readonly nextAttemptAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly responseStatus: number | null;
  readonly error: string | null;
  readonly createdAt: Date;
}

/** The result of an attempt: an answer, whatever it says, or no answer. */
export type DeliveryResponse =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "silence"; readonly message: string };

/** How a receiver says that it wants no further messages (Standard Webhooks). */
const GONE = 410;

/** A receiver has decided if it accepted the message, or wants no more messages, or if this was only a test. */
export function outcomeOf({ eventType }: Delivery, response: DeliveryResponse): Outcome<DeliveryResponse> {
  const isDecided = response.kind === "answered" && (isTaken(response.status) || response.status === GONE);
  if (isDecided || eventType === TEST_EVENT) return { kind: "answered", answer: response };
  return { kind: "unknown", message: complaintOf(response), response };
}

export function afterAttempt(delivery: Delivery, result: Result<DeliveryResponse>): Delivery {
  const response = result.kind === "answered" ? result.answer : "response" in result ? result.response : undefined;
  const responseStatus = response?.kind === "answered" ? response.status : null;
  const reported = { ...delivery, nextAttemptAt: null, responseStatus };
  if (result.kind === "again") return { ...reported, error: result.message, nextAttemptAt: result.at };
  if (result.kind === "answered" && responseStatus !== null && isTaken(responseStatus))
    return { ...reported, status: stepped(deliveryLife, "deliver", delivery.status), error: null };
  const error = result.kind === "answered" ? complaintOf(result.answer) : result.message;
  return { ...reported, status: stepped(deliveryLife, "give up", delivery.status), error };
}

/** What an attempted delivery shows about its receiver. A failed test never counts as more than one missed message. */
export function verdictOf({ status, responseStatus, eventType }: Delivery): Verdict {
  if (status === "delivered") return "reached";
  if (responseStatus === GONE) return "gone";
  return status === "failed" && eventType !== TEST_EVENT ? "given_up" : "missed";
}

/** Starts again immediately, whatever the previous result. */
export function revived(delivery: Delivery, wall: Date): Delivery {
  return { ...delivery, status: stepped(deliveryLife, "send again", delivery.status), nextAttemptAt: wall };
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}

function complaintOf(response: DeliveryResponse): string {
  return response.kind === "answered" ? `the receiver answered ${response.status}` : response.message;
}
