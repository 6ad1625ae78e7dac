import { z } from "zod";
import { after, DAY_MS, dayOf, startOfDay } from "../clock.ts";
import { Invalid } from "../errors.ts";

export const Day = z.iso
  .date("a day is YYYY-MM-DD")
  .refine((day) => day >= "1970-01-01", "no report goes back before 1970-01-01");

/** From one UTC day to another, both included; null if the period is open at that end. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface PeriodQuery {
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  /** The number of days up to the end; 0 for all time. */
  readonly days: number;
}

/** Two dates define the period; a single date takes precedence over `days`; without dates it is the last `days` days, including today. */
export function periodOf({ startDate, endDate, days }: PeriodQuery, today: string): Period {
  if (startDate === undefined && days === 0) return { from: null, to: endDate ?? null };
  const to = endDate ?? today;
  const from = startDate ?? dayOf(after(startOfDay(to), (1 - days) * DAY_MS));
  if (from > to) {
    const end = endDate ? `endDate, ${endDate}` : `today, ${today}`;
    throw new Invalid(`startDate: ${from} is after ${end}`, { field: "startDate" });
  }
  return { from, to };
}
