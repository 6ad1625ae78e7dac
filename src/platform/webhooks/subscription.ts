import { lifecycle, stepped } from "../../ground/kernel/lifecycle.ts";
import type { EventType } from "./event.ts";

export type SubscriptionState = "active" | "inactive" | "failed";

export const subscriptionLife = lifecycle<SubscriptionState, "reach" | "lose" | "fail">({
  noun: "webhook subscription",
  starts: ["active"],
  states: {
    active: "events are sent to its receiver",
    inactive: "its receiver answered that it is gone",
    failed: "a delivery was given up, and no other has succeeded since",
  },
  transitions: {
    reach: { active: "active", inactive: "active", failed: "active" },
    lose: { active: "inactive", inactive: "inactive", failed: "inactive" },
    fail: { active: "failed", inactive: "failed", failed: "failed" },
  },
});

/** Where an organisation wants to receive events, and which ones. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly url: string;
  readonly eventTypes: readonly EventType[];
  /** The secret with which deliveries are signed, encrypted by the vault. */
  readonly sealed: string;
  readonly status: SubscriptionState;
  /** The number of failed attempts since the last successful one. */
  readonly failureCount: number;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an attempt shows about its receiver, beyond the single delivery. */
export type Verdict = "reached" | "missed" | "given_up" | "gone";

/** A receiver that can be reached becomes active again, whatever its previous state. */
export function afterVerdict(
  subscription: Subscription,
  verdict: Verdict,
  { since, wall }: { readonly since: Date; readonly wall: Date },
): Subscription {
  const after = (step: "reach" | "lose" | "fail") => ({ status: stepped(subscriptionLife, step, subscription.status) });
  if (verdict === "reached")
    return { ...subscription, ...after("reach"), failureCount: 0, lastSuccessAt: wall, updatedAt: wall };
  const { lastSuccessAt, failureCount } = subscription;
  const missed = { ...subscription, failureCount: failureCount + 1, lastFailureAt: wall, updatedAt: wall };
  if (verdict === "gone") return { ...missed, ...after("lose") };
  // Giving up one delivery says nothing about a receiver that accepted others in the meantime.
  const silent = lastSuccessAt === null || lastSuccessAt < since;
  return verdict === "given_up" && silent ? { ...missed, ...after("fail") } : missed;
}
