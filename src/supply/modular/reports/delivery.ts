import { after, dayOf } from "../../../ground/kernel/clock.ts";
import { compare, type Decimal, add as plus, subtract, times } from "../../../ground/kernel/money.ts";
import type { Booking } from "../ledger/booking.ts";
import type { ReportRow } from "./read-report.ts";

/** What a booking delivered on one UTC day. */
export interface DeliveredDay {
  readonly bookingId: string;
  readonly day: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly spend: Decimal;
  readonly views: number;
  readonly completedViews: number;
}

/** The figures known for one booking so far, by day. */
type KnownDays = ReadonlyMap<string, DeliveredDay>;

interface Reported {
  readonly booking: Booking;
  readonly cpm: Decimal;
  readonly known: KnownDays;
  readonly rows: readonly ReportRow[];
}

/** A total that is less than the sum of the earlier days. */
export interface DecreasedTotal {
  readonly row: ReportRow;
  readonly before: number;
}

/** The days in a daily report; rows for the same day are added up. */
export function daysIn({ booking, cpm, rows }: Reported): DeliveredDay[] {
  const days = Map.groupBy(rows, ({ day }) => day ?? lastDayOf(booking));
  return [...days].map(([day, reported]) => {
    const sum = (pick: (row: ReportRow) => number) => reported.reduce((total, row) => total + pick(row), 0);
    const spend = reported.map((row) => spendOf(row, cpm)).reduce(plus, "0");
    const impressions = sum((row) => row.impressions);
    const plays = { views: sum((row) => row.views), completedViews: sum((row) => row.completedViews) };
    return { bookingId: booking.bookingId, day, impressions, clicks: sum((row) => row.clicks), spend, ...plays };
  });
}

/**
 * Converts cumulative totals to daily values: each is the total minus the sum of all earlier days. A total without a
 * day counts for the last day of the flight.
 */
export function daysFromTotals({ booking, cpm, known, rows }: Reported): DeliveredDay[] | DecreasedTotal {
  const reported = new Map(known);
  const days: DeliveredDay[] = [];
  const byDay = rows.toSorted((a, b) => (dayIn(a, booking) < dayIn(b, booking) ? -1 : 1));
  for (const row of byDay) {
    const day = dayIn(row, booking);
    const before = [...reported.values()].filter((one) => one.day < day);
    const rest = (pick: (one: DeliveredDay) => number, total: number) =>
      total - before.reduce((sum, one) => sum + pick(one), 0);
    const impressions = rest((one) => one.impressions, row.impressions);
    if (impressions < 0) return { row, before: row.impressions - impressions };
    const spent = before.reduce((sum, one) => plus(sum, one.spend), "0");
    const own: DeliveredDay = {
      bookingId: booking.bookingId,
      day,
      impressions,
      clicks: Math.max(
        0,
        rest((one) => one.clicks, row.clicks),
      ),
      spend: row.spend === null ? priceOf(impressions, cpm) : less(row.spend, spent),
      views: Math.max(
        0,
        rest((one) => one.views, row.views),
      ),
      completedViews: Math.max(
        0,
        rest((one) => one.completedViews, row.completedViews),
      ),
    };
    reported.set(day, own);
    days.push(own);
  }
  return days;
}

function dayIn({ day }: ReportRow, booking: Booking): string {
  return day ?? lastDayOf(booking);
}

/** A booking that runs until midnight does not run on the day that begins then. */
export function lastDayOf({ runsUntil }: Pick<Booking, "runsUntil">): string {
  return dayOf(after(runsUntil, -1));
}

function spendOf({ spend, impressions }: ReportRow, cpm: Decimal): Decimal {
  return spend ?? priceOf(impressions, cpm);
}

function priceOf(impressions: number, cpm: Decimal): Decimal {
  return times(times(cpm, impressions), "0.001");
}

function less(total: Decimal, spent: Decimal): Decimal {
  const rest = subtract(total, spent);
  return compare(rest, "0") < 0 ? "0" : rest;
}

/** By how much, in percent, the delivery may differ from what was booked before a person has to look at it. */
export const TOLERANCE_PERCENT = 5;

export function deviationPercent(delivered: number, booked: number): number {
  return booked === 0 ? 0 : ((delivered - booked) / booked) * 100;
}
