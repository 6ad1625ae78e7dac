import { after, DAY_MS, startOfDay } from "../../../ground/kernel/clock.ts";
import { add, compare, type Decimal, decimalOf, subtract, sum } from "../../../ground/kernel/money.ts";
import type { FlightDates } from "../../../ground/seller-agent/index.ts";
import { committedBy, type MediaBuy } from "../../media-buys/index.ts";
import type { PacingPeriods } from "./pacing-periods.ts";

/** A pacing period in which the campaign can still buy. */
export interface OpenPeriod {
  /** The period's number within the campaign, starting from 1. */
  readonly index: number;
  readonly label: string;
  readonly start: Date;
  readonly end: Date;
  /** The period's weight, or what is left of its budget. */
  readonly share: Decimal;
}

/** The periods that are not over and have a share left. Budget that buys have already committed does not count. */
export function openPeriodsOf(
  { mode, periods }: PacingPeriods,
  flight: FlightDates,
  buys: readonly MediaBuy[],
  now: Date,
): OpenPeriod[] {
  const taken = mode === "budget" ? takenOf(buys) : new Map<number, Decimal>();
  return periods
    .map(({ label, start, end, ...period }, place) => {
      const index = place + 1;
      const [from, to] = [startOfDay(start), after(startOfDay(end), DAY_MS)];
      return {
        index,
        label,
        start: from > flight.start ? from : flight.start,
        end: to < flight.end ? to : flight.end,
        share: subtract(decimalOf(period[mode] ?? 0), taken.get(index) ?? "0"),
      };
    })
    .filter(({ start, end, share }) => start < end && end > now && compare(share, "0") > 0);
}

/** What may be spent over all of the periods; null if they only have proportions. */
export function limitOf({ mode }: PacingPeriods, periods: readonly OpenPeriod[]): Decimal | null {
  return mode === "budget" ? sum(periods.map(({ share }) => share)) : null;
}

function takenOf(buys: readonly MediaBuy[]): Map<number, Decimal> {
  const taken = new Map<number, Decimal>();
  for (const buy of buys) {
    for (const part of buy.packages) {
      if (part.period) taken.set(part.period.index, add(taken.get(part.period.index) ?? "0", committedBy(buy, part)));
    }
  }
  return taken;
}
