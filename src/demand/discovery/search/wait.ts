import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { IncompleteAgent } from "./seller-answer.ts";

/** The values that the contract allows a caller (buyer contract e.2). */
export const MOST_WAIT_SECONDS = 210;

/**
 * An idempotency key is held for two minutes, and a search must have ended by then: longer waits are limited to this.
 */
export const LONGEST_WAIT_MS = 100 * SECOND_MS;

export interface Patience {
  readonly waitMode: "quick" | "long";
  /** Goes before the mode. */
  readonly waitSeconds?: number | undefined;
}

/** How long a search waits for its slowest seller, if the installation usually waits `usualMs`. */
export function waitMsOf({ waitMode, waitSeconds }: Patience, usualMs: number): number {
  if (waitSeconds !== undefined) return Math.min(waitSeconds * SECOND_MS, LONGEST_WAIT_MS);
  return waitMode === "long" ? Math.max(LONGEST_WAIT_MS, usualMs) : usualMs;
}

/** Whether somebody was too slow for this wait, and a longer one can be requested. */
export function isRetryWorthwhile(incomplete: readonly IncompleteAgent[], waitMs: number): boolean {
  return waitMs < LONGEST_WAIT_MS && incomplete.some(({ reason }) => reason === "timeout");
}
