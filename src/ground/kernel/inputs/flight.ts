import { z } from "zod";
import { DAY_MS } from "../clock.ts";

/** Nothing was bought here before the first day, and nobody plans beyond the last: a date outside is a mistake. */
const FIRST_DAY = "2000-01-01";
const LAST_DAY = "2099-12-31";

const [FIRST_MS, PAST_LAST_MS] = [Date.parse(FIRST_DAY), Date.parse(LAST_DAY) + DAY_MS];

/** The start or end of a flight, for every transport: an instant with its offset, between 2000 and 2100. */
export const flightInstant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at.getTime() >= FIRST_MS && at.getTime() < PAST_LAST_MS, {
    error: `a flight must lie between ${FIRST_DAY} and ${LAST_DAY}`,
  });

/** The same as a UTC day. */
export const flightDay = z.iso
  .date()
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, `a flight must lie between ${FIRST_DAY} and ${LAST_DAY}`);

interface Flight {
  readonly start: Date;
  readonly end: Date;
}

/** Why a flight is impossible; undefined if it is possible. */
export function complaintOfFlight({ start, end }: Flight): string | undefined {
  if (end <= start) return "a flight must end after it starts";
  return undefined;
}

/** A flight as our own API accepts it. */
export const flightDates = z
  .object({ startDate: flightInstant, endDate: flightInstant })
  .transform(({ startDate, endDate }) => ({ start: startDate, end: endDate }))
  .superRefine((flight, context) => {
    const message = complaintOfFlight(flight);
    if (message) context.addIssue({ code: "custom", path: ["endDate"], message });
  });
