import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage } from "../contract/plan.ts";
import { accountIn } from "../kit/account.ts";
import { tagged, tagOf } from "../kit/lookup-tag.ts";
import { Digits, type Writable } from "../kit/lossless.ts";
import { dailyOf } from "./daily-budget.ts";
import { AD_PRODUCT } from "./requests.ts";

export const LONGEST_NAME = 128;

export function nameOf(plan: Plan, { packageId }: PlannedPackage): string {
  return tagged(plan.name, tagOf(plan.mediaBuyId, packageId), LONGEST_NAME);
}

/** A decimal amount in major units, with all of its digits [S]. */
export function budgetsOf(daily: string): Writable {
  const monetaryBudget = { value: new Digits(daily) };
  return [
    {
      budgetType: "MONETARY",
      recurrenceTimePeriod: "DAILY",
      budgetValue: { monetaryBudgetValue: { monetaryBudget } },
    },
  ];
}

/** A time in the past becomes now, because a campaign cannot start in the past [K]. */
function startOf(start: string, { now }: JobContext): string {
  return start < now ? now : start;
}

/** Amazon stores budgets and dates with campaigns, so each package is a campaign. Amazon chooses the audience. */
export function campaignBody(plan: Plan, part: PlannedPackage, ctx: JobContext): Writable {
  const account = accountIn(ctx);
  const { start, end } = part;
  const flight = { budget: part.budget, start: startOf(start, ctx), end };
  return {
    adProduct: AD_PRODUCT,
    name: nameOf(plan, part),
    state: "PAUSED",
    startDateTime: flight.start,
    endDateTime: end,
    ...(account.country !== null && { marketplaceScope: "SINGLE_MARKETPLACE", marketplaces: [account.country] }),
    budgets: budgetsOf(dailyOf(flight, account) ?? "0"),
    autoCreationSettings: { autoCreateTargets: true },
  };
}

export function bidOf(bid: string | null): Writable {
  return bid === null ? undefined : { defaultBid: new Digits(bid) };
}

export function adGroupBody(plan: Plan, part: PlannedPackage, campaignId: string): Writable {
  return { adProduct: AD_PRODUCT, name: nameOf(plan, part), campaignId, state: "PAUSED", bid: bidOf(part.bid) };
}
