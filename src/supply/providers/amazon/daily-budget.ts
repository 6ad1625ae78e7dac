import { DAY_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { dayIn } from "../kit/days.ts";
import { fromProvider, toProvider } from "../kit/money.ts";

/** The time zone of the days, and the currency of the amounts. */
interface Calendar {
  readonly timeZone: string;
  readonly currency: string;
}

interface Flight {
  readonly budget: string;
  readonly start: string;
  readonly end: string;
}

/**
 * The number of days from one instant to another in a time zone. A partial day counts as a whole one, because any part
 * of a day can use up its whole budget.
 */
export function daysTouched(timeZone: string, from: string, until: string): number {
  const first = startOfDay(dayIn(timeZone, new Date(from))).getTime();
  const last = startOfDay(dayIn(timeZone, new Date(new Date(until).getTime() - 1))).getTime();
  return Math.max(Math.round((last - first) / DAY_MS) + 1, 0);
}

/**
 * Amazon only has daily budgets. This is the largest one with which the whole flight stays within its budget; undefined
 * below the smallest unit.
 */
export function dailyOf({ budget, start, end }: Flight, { timeZone, currency }: Calendar): string | undefined {
  const days = daysTouched(timeZone, start, end);
  return days === 0 ? undefined : written(coins(budget, currency) / BigInt(days), currency);
}

/**
 * The same for a flight that changes. After it has begun, its spend is not known yet, so it is assumed to be everything
 * that the current daily budget does not reserve for the remaining days. Today counts with the larger of the two daily
 * budgets.
 */
export function dailyAfter(
  before: Flight,
  after: Flight,
  daily: string,
  { now, ...place }: Calendar & { readonly now: string },
): string | undefined {
  if (now <= before.start) return dailyOf({ ...after, start: after.start < now ? now : after.start }, place);
  const { timeZone, currency } = place;
  const standing = coins(daily, currency);
  const leftBefore = BigInt(daysTouched(timeZone, now, before.end));
  const left = BigInt(daysTouched(timeZone, now, after.end));
  if (left === 0n) return undefined;
  const committed = coins(before.budget, currency) - standing * leftBefore;
  const spent = committed > 0n ? committed : 0n;
  const free = coins(after.budget, currency) - spent;
  const even = free / left;
  if (even >= standing || left === 1n) return written(even, currency);
  return written((free - standing) / (left - 1n), currency);
}

function coins(amount: string, currency: string): bigint {
  return BigInt(toProvider(amount, currency, "minor") ?? "0");
}

function written(amount: bigint, currency: string): string | undefined {
  return amount > 0n ? fromProvider(amount.toString(), currency, "minor") : undefined;
}
