import type { EventType } from "./event.ts";

/** Where an organisation wants to hear of events, and of which. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly url: string;
  readonly eventTypes: readonly EventType[];
  /** The secret that deliveries are signed with, as the vault keeps it. */
  readonly sealed: string;
  readonly status: "active" | "inactive" | "failed";
  /** Attempts that failed since the last one that did not. */
  readonly failureCount: number;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an attempt says about its receiver, besides the one delivery. */
export type Verdict = "reached" | "missed" | "given_up" | "gone";

/** Whoever can be reached is active again, whatever was thought of it. */
export function afterVerdict(
  subscription: Subscription,
  verdict: Verdict,
  { since, wall }: { readonly since: Date; readonly wall: Date },
): Subscription {
  if (verdict === "reached")
    return { ...subscription, status: "active", failureCount: 0, lastSuccessAt: wall, updatedAt: wall };
  const { lastSuccessAt, failureCount } = subscription;
  const missed = { ...subscription, failureCount: failureCount + 1, lastFailureAt: wall, updatedAt: wall };
  if (verdict === "gone") return { ...missed, status: "inactive" };
  // A delivery that was given up says nothing about a receiver that took others meanwhile.
  const silent = lastSuccessAt === null || lastSuccessAt < since;
  return verdict === "given_up" && silent ? { ...missed, status: "failed" } : missed;
}
