import type { Db } from "../../../ground/db/index.ts";
import { moneyOf } from "../payload/amounts.ts";
import type { RunRow } from "../payload/runs.ts";
import type { RunWithBuys } from "./run-with-buys.ts";
import { findRunWithBuys } from "./store.ts";

/** The outcome of a run, as analytics knows it. */
export interface RunResult extends RunWithBuys {
  readonly figures: ReturnType<typeof figuresOf>;
}

export async function readResult(db: Db, customerId: number, runId: number): Promise<RunResult | undefined> {
  const found = await findRunWithBuys(db, customerId, runId);
  return found && { ...found, figures: figuresOf(found) };
}

export const COMMERCIAL_RESULTS = ["booked", "pending", "rejected"] as const;
type CommercialResult = (typeof COMMERCIAL_RESULTS)[number];

/** Decided by the latest event (storefront contract §9.5); null if there is none, and for a failure, which can still be fixed. */
export function commercialResultOf(latest: string | null): CommercialResult | null {
  switch (latest) {
    case "media_buy_forwarded":
    case "delivery_reported":
      return "booked";
    case "media_buy_submitted_for_approval":
      return "pending";
    case "media_buy_rejected":
      return "rejected";
    default:
      return null;
  }
}

/** The outcome of a run, in the figures of the contract. */
function figuresOf({ outcome }: Pick<RunRow, "outcome">) {
  const { latest, deliveryCurrency } = outcome;
  return {
    eventType: latest?.type ?? null,
    eventAt: latest?.occurredAt.toISOString() ?? null,
    mediaBuyId: latest?.mediaBuyId ?? null,
    mediaBuyStatus: latest?.status ?? null,
    bookedBudget: outcome.pricedBuys === 0 ? null : moneyOf(outcome.bookedBudget),
    deliveredImpressions: outcome.impressions,
    deliveredSpend: moneyOf(outcome.spend),
    deliveredCurrency: deliveryCurrency === "" || deliveryCurrency === "*" ? null : deliveryCurrency,
  };
}
