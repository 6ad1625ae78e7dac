import type { Context } from "../../../ground/kernel/context.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import { listReports } from "../buys/store.ts";
import { microsOf } from "../facts/normalise.ts";
import { type NewOutcome, recordOutcomes } from "./record-outcome.ts";

/** What was delivered in one period, according to a new report. */
export interface PeriodReport {
  readonly reportKey: string;
  readonly impressions: number;
  readonly spend: Decimal;
  readonly currency: string | null;
}

type OutcomeOwner = Pick<
  NewOutcome,
  "storefrontId" | "mediaBuyId" | "buyerCustomerId" | "operatorDomain" | "brandDomain"
>;

/** Records the reports that differ from what is known, each as the next revision of its period. */
export async function recordDelivery(
  ctx: Context,
  whose: OutcomeOwner,
  reports: readonly PeriodReport[],
): Promise<void> {
  const known = await listReports(ctx.db, ctx.viewer.customerId, whose.mediaBuyId);
  const outcomes = reports.flatMap(({ reportKey, ...said }): NewOutcome[] => {
    const before = known.get(reportKey);
    if (before && isSame(before, said)) return [];
    const revision = before ? before.revision + 1 : 0;
    return [
      {
        ...whose,
        type: "delivery_reported",
        eventId: `delivery:${whose.mediaBuyId}:${reportKey}:r${revision}`,
        occurredAt: ctx.now,
        status: "delivering",
        delivery: { reportKey, revision, ...said },
      },
    ];
  });
  await recordOutcomes(ctx, outcomes);
}

interface Known {
  readonly impressions: number;
  readonly spend: bigint;
  readonly currency: string | null;
}

function isSame(before: Known, { impressions, spend, currency }: Omit<PeriodReport, "reportKey">): boolean {
  return before.impressions === impressions && before.spend === microsOf(spend) && before.currency === currency;
}
