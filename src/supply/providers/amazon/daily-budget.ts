import { DAY_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { dayIn } from "../kit/days.ts";
import { fromProvider, toProvider } from "../kit/money.ts";

/** Whose days, and whose coins. */
interface Place {
  readonly timeZone: string;
  readonly currency: string;
}

interface Flight {
  readonly budget: string;
  readonly start: string;
  readonly end: string;
}

/** Days of a zone from one instant to another; one that is begun counts whole, as a day's budget is spent on any part of it. */
export function daysTouched(timeZone: string, from: string, until: string): number {
  const first = startOfDay(dayIn(timeZone, new Date(from))).getTime();
  const last = startOfDay(dayIn(timeZone, new Date(new Date(until).getTime() - 1))).getTime();
  return Math.max(Math.round((last - first) / DAY_MS) + 1, 0);
}

/**
 * Amazon only has daily budgets: the highest that keeps a whole flight within its budget. Undefined below the smallest
 * unit.
 */
export function dailyOf({ budget, start, end }: Flight, { timeZone, currency }: Place): string | undefined {
  const days = daysTouched(timeZone, start, end);
  return days === 0 ? undefined : written(coins(budget, currency) / BigInt(days), currency);
}

/**
 * The same for a flight that changes. If it has begun, its spend is not known yet: at most what the current daily
 * budget does not need for the remaining days. Today counts with the greater of both.
 */
export function dailyAfter(
  before: Flight,
  after: Flight,
  daily: string,
  { now, ...place }: Place & { readonly now: string },
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
