import { after, DAY_MS, dayOf, startOfDay } from "../../../ground/kernel/clock.ts";

/** A period is a prefix of the dates that it covers: `2026-05`, `2026-05-1` (the 10th to the 19th), `2026-05-17`. */
const SIZES = ["2026-05", "2026-05-1", "2026-05-17"].map(({ length }) => length);

export function periodsAt(at: Date): string[] {
  return SIZES.map((size) => dayOf(at).slice(0, size));
}

/** Covers the days from `from` to `to`, both inclusive, with as few periods as possible. */
export function periodsOf(from: string, to: string): string[] {
  const periods: string[] = [];
  for (let day = from; day <= to; ) {
    const period = SIZES.map((size) => day.slice(0, size)).find((one) => isWithin(one, day, to)) ?? day;
    periods.push(period);
    day = dayBehind(period, day);
  }
  return periods;
}

/** Whether a period starts on this day and ends on `to` or before. */
function isWithin(period: string, day: string, to: string): boolean {
  return !dayBefore(day).startsWith(period) && dayBefore(dayBehind(period, day)) <= to;
}

/** The first day after the period that contains this day. */
function dayBehind(period: string, day: string): string {
  let next = day;
  while (next.startsWith(period)) next = dayAfter(next);
  return next;
}

export function dayAfter(day: string): string {
  return dayOf(after(startOfDay(day), DAY_MS));
}

function dayBefore(day: string): string {
  return dayOf(after(startOfDay(day), -DAY_MS));
}
