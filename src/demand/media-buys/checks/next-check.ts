import { after, DAY_MS, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { isLive, isTerminal, type MediaBuy } from "../media-buy.ts";

/** How long after midnight the report on the previous day is requested. */
const AFTER_MIDNIGHT_MS = 5 * MINUTE_MS;
/** How long a seller that never marks a day as final may correct it. */
const CORRECTIONS_MS = 7 * DAY_MS;
/** How many days that are already final are requested again. */
const OVERLAP_MS = 2 * DAY_MS;
const LONGEST_BACKOFF_MS = 6 * HOUR_MS;

/** When the seller is asked next, by the customer's clock; null if it has nothing more to report. */
export function nextCheckOf(buy: MediaBuy, now: Date): Date | null {
  if (buy.sellerMediaBuyId === null && buy.taskId === null) return null;
  const isWaiting = buy.status === "PENDING_APPROVAL" || buy.status === "INPUT_REQUIRED";
  if (isWaiting || (isLive(buy) && buy.sellerStatus === "pending_creatives"))
    return now < buy.flight.end ? after(now, HOUR_MS) : afterMidnight(now);
  if (buy.status === "DRAFT" || (isTerminal(buy) && isReported(buy, now))) return null;
  // The next night's check, or the start or end of the flight if that comes first.
  const turns = [buy.flight.start, buy.flight.end].filter((turn) => turn > now);
  return [...turns, afterMidnight(now)].reduce((earliest, time) => (time < earliest ? time : earliest));
}

/** When to ask again after a check that failed: soon at first, then less and less often. */
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

/**
 * Whether the buy ended before its flight began. Completed buys are excluded: to a seller whose clock is ahead of ours
 * the buy has run, and the seller reports on it.
 */
function neverRan(buy: MediaBuy): boolean {
  return isTerminal(buy) && buy.status !== "COMPLETED" && buy.since <= buy.flight.start;
}

/** Whether the delivery is final: the seller said so, the time for corrections is over, or there was nothing to deliver. */
function isReported(buy: MediaBuy, now: Date): boolean {
  if (buy.sellerMediaBuyId === null || neverRan(buy)) return true;
  const lastDay = lastDayOf(buy);
  if (buy.deliveredThrough !== null && buy.deliveredThrough >= lastDay) return true;
  return now > after(startOfDay(lastDay), DAY_MS + CORRECTIONS_MS);
}

/** Whether the flight is over and fully reported. Such a buy is complete, whatever its status at the seller. */
export function isFlown(buy: MediaBuy, now: Date): boolean {
  return now >= buy.flight.end && isReported(buy, now);
}

/**
 * The days to request; null before the flight. Days that are not final yet are requested again to pick up corrections;
 * as a consequence, a seller that only reports totals is always asked from the same first day.
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

/** The day up to which delivery stays final if the seller reports something new about this day, and perhaps about later ones. */
export function finalBefore(day: string, deliveredThrough: string | null): string | null {
  const before = dayOf(after(startOfDay(day), -1));
  return deliveredThrough !== null && deliveredThrough > before ? before : deliveredThrough;
}
