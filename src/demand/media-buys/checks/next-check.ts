import { after, DAY_MS, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { isLive, isTerminal, type MediaBuy } from "../media-buy.ts";

/** A day is reported some time after it is over. */
const AFTER_MIDNIGHT_MS = 5 * MINUTE_MS;
/** How long a seller that never marks a day as final may correct it. */
const CORRECTIONS_MS = 7 * DAY_MS;
/** How many settled days are requested again. */
const OVERLAP_MS = 2 * DAY_MS;
const LONGEST_BACKOFF_MS = 6 * HOUR_MS;

/** When the seller is asked next, by the customer's clock; null if it has nothing more to report. */
export function nextCheckOf(buy: MediaBuy, now: Date): Date | null {
  if (buy.sellerMediaBuyId === null && buy.taskId === null) return null;
  const isWaiting = buy.status === "PENDING_APPROVAL" || buy.status === "INPUT_REQUIRED";
  if (isWaiting || (isLive(buy) && buy.sellerStatus === "pending_creatives"))
    return now < buy.flight.end ? after(now, HOUR_MS) : afterMidnight(now);
  if (buy.status === "DRAFT" || (isTerminal(buy) && isReported(buy, now))) return null;
  // Every night, and where the flight begins and ends.
  const turns = [buy.flight.start, buy.flight.end].filter((turn) => turn > now);
  return [...turns, afterMidnight(now)].reduce((earliest, time) => (time < earliest ? time : earliest));
}

/** The same after a check that failed: soon, then less and less often. */
export function retriedCheckOf({ attempts }: MediaBuy, now: Date): Date {
  return after(now, Math.min(AFTER_MIDNIGHT_MS * 2 ** Math.min(attempts, 10), LONGEST_BACKOFF_MS));
}

function afterMidnight(now: Date): Date {
  return after(startOfDay(dayOf(after(now, DAY_MS))), AFTER_MIDNIGHT_MS);
}

/** The last day on which the buy may have delivered. */
function lastDayOf(buy: MediaBuy): string {
  const endedEarly = isTerminal(buy) && buy.since > buy.flight.start && buy.since < buy.flight.end;
  return dayOf(endedEarly ? buy.since : after(buy.flight.end, -1));
}

/** Ended before its flight began. A seller whose clock is ahead completes a buy that has run for it, and reports on it. */
function neverRan(buy: MediaBuy): boolean {
  return isTerminal(buy) && buy.status !== "COMPLETED" && buy.since <= buy.flight.start;
}

/**
 * Whether delivery is final: the seller says so, or the time for corrections is over, or there was nothing to deliver.
 */
function isReported(buy: MediaBuy, now: Date): boolean {
  if (buy.sellerMediaBuyId === null || neverRan(buy)) return true;
  const lastDay = lastDayOf(buy);
  if (buy.deliveredThrough !== null && buy.deliveredThrough >= lastDay) return true;
  return now > after(startOfDay(lastDay), DAY_MS + CORRECTIONS_MS);
}

/** Whether a flight is over and fully reported, so that the buy is complete whatever its status at the seller. */
export function isFlown(buy: MediaBuy, now: Date): boolean {
  return now >= buy.flight.end && isReported(buy, now);
}

/**
 * The days to request; null before the flight. Days that are not final are requested again, so that corrections arrive:
 * a seller that only reports totals is thereby always asked from the same first day.
 */
export function daysToAsk(
  { flight, deliveredThrough }: MediaBuy,
  now: Date,
): { startDay: string; endDay: string } | null {
  if (now < flight.start) return null;
  const first = dayOf(flight.start);
  const again = deliveredThrough === null ? first : dayOf(after(startOfDay(deliveredThrough), -OVERLAP_MS));
  return { startDay: again > first ? again : first, endDay: dayOf(now) };
}

/** Up to which day delivery stays final if the seller has news about this day, and maybe later ones. */
export function finalBefore(day: string, deliveredThrough: string | null): string | null {
  const before = dayOf(after(startOfDay(day), -1));
  return deliveredThrough !== null && deliveredThrough > before ? before : deliveredThrough;
}
