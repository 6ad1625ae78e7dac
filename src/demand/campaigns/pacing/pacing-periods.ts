import { z } from "zod";
import { dayOf } from "../../../ground/kernel/clock.ts";
import { type Issue, invalid } from "../../../ground/kernel/errors.ts";
import { flightDay } from "../../../ground/kernel/inputs/flight.ts";
import { compare, decimalOf, sum } from "../../../ground/kernel/money.ts";
import type { FlightDates } from "../../../ground/seller-agent/index.ts";
import type { CampaignBudget } from "../campaign-budget.ts";

const Period = z.object({
  label: z.string().min(1).max(100),
  start: flightDay.describe("The first day, in UTC"),
  end: flightDay.describe("The last day, inclusive"),
  weight: z.number().min(0).max(10).optional(),
  budget: z.number().min(0).max(1e12).optional(),
});

/** How the budget is spread over the flight. Delivery is paused in gaps between periods. */
export const PacingPeriods = z
  .object({ mode: z.enum(["weight", "budget"]), periods: z.array(Period).min(1).max(52) })
  .meta({ id: "PacingPeriods" });

export type PacingPeriods = z.output<typeof PacingPeriods>;

/** Throws `Invalid` with everything that does not fit the flight or the budget. */
export function checkPacingPeriods(pacing: PacingPeriods, flight: FlightDates, budget: CampaignBudget): void {
  const issues = [...datesIssues(pacing, flight), ...sharesIssues(pacing, budget)];
  if (issues.length > 0) throw invalid(issues);
}

function datesIssues({ periods }: PacingPeriods, flight: FlightDates): Issue[] {
  const first = dayOf(flight.start);
  const last = dayOf(flight.end);
  return periods.flatMap(({ start, end }, index) => {
    const issues: Issue[] = [];
    const before = periods[index - 1];
    if (end < start) issues.push(issue(index, "end", "a period ends on the day it starts, or later"));
    if (start < first) issues.push(issue(index, "start", `the flight starts on ${first}`));
    if (end > last) issues.push(issue(index, "end", `the flight ends on ${last}`));
    if (before && start <= before.end)
      issues.push(issue(index, "start", `"${before.label}" lasts until ${before.end}`));
    return issues;
  });
}

function sharesIssues({ mode, periods }: PacingPeriods, { total, currency }: CampaignBudget): Issue[] {
  const shares = periods.map((period) => period[mode]);
  const missing = shares.flatMap((share, index) =>
    share === undefined ? [issue(index, mode, `a period needs its ${mode} if the mode is ${mode}`)] : [],
  );
  if (missing.length > 0) return missing;
  const planned = sum(shares.map((share) => decimalOf(share ?? 0)));
  if (compare(planned, "0") <= 0) return [{ path: "pacingPeriods.periods", message: "every period is empty" }];
  if (mode === "weight" || compare(planned, total) <= 0) return [];
  return [
    { path: "pacingPeriods.periods", message: `the periods add up to ${planned} ${currency}, the budget is ${total}` },
  ];
}

function issue(index: number, field: string, message: string): Issue {
  return { path: `pacingPeriods.periods.${index}.${field}`, message };
}
