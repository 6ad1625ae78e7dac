import { after, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { FlightDates } from "../../../ground/seller-agent/index.ts";
import type { LegStatus } from "../legs/leg.ts";

/**
 * Whether more news about a leg is expected before it runs: its source has to decide, needs creatives, or waits for the
 * flight.
 */
export function isAwaited({
  state,
  taskId,
  sellerStatus,
}: Pick<LegStatus, "state" | "taskId" | "sellerStatus">): boolean {
  if (state === "submitted" || state === "input_required") return taskId !== null;
  return state === "booked" && (sellerStatus === "pending_creatives" || sellerStatus === "pending_start");
}

/** How soon a source is polled after its first answer, and how seldom in the end. */
export const FIRST_CHECK_MS = MINUTE_MS;
const SELDOM_MS = HOUR_MS;

/**
 * When a leg's source is polled again after this many polls without news; null once the flight is over. If the leg only
 * waits for its flight, it is not polled before the flight begins.
 */
export function nextCheckOf(
  { sellerStatus }: Pick<LegStatus, "sellerStatus">,
  { start, end }: FlightDates,
  checks: number,
  now: Date,
): Date | null {
  if (now >= end) return null;
  const next = after(now, Math.min(FIRST_CHECK_MS * 2 ** Math.min(checks, 10), SELDOM_MS));
  return sellerStatus === "pending_start" && next < start ? start : next;
}
