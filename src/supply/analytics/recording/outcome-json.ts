import type { BuyOutcome, Latest } from "../attribution/buy-outcome.ts";
import { NO_OUTCOME, type RunOutcome } from "../attribution/run-outcome.ts";

/** Outcomes as stored in the database: amounts and sequence numbers as text, because numbers in JSON are not exact. */
export function outcomeJson(outcome: BuyOutcome | RunOutcome): string {
  return JSON.stringify(outcome, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

type JsonForm<T> = { readonly [K in keyof T]: T[K] extends bigint ? string : T[K] };

interface LatestJson extends Omit<Latest, "occurredAt" | "seq" | "statusAt" | "statusSeq"> {
  readonly occurredAt: string;
  readonly seq: string;
  readonly statusAt: string | null;
  readonly statusSeq: string | null;
}

export function readBuyOutcome(kept: unknown): BuyOutcome {
  const outcome = kept as Omit<JsonForm<BuyOutcome>, "latest" | "budget"> & {
    readonly latest: LatestJson | null;
    readonly budget: { readonly amount: string; readonly currency: string } | null;
  };
  const { budget, spend, latest } = outcome;
  return {
    ...outcome,
    spend: BigInt(spend),
    budget: budget && { ...budget, amount: BigInt(budget.amount) },
    latest: latest && readLatest(latest),
  };
}

export function readRunOutcome(kept: unknown): RunOutcome {
  if (kept === null) return NO_OUTCOME;
  const outcome = kept as Omit<JsonForm<RunOutcome>, "latest"> & { readonly latest: LatestJson | null };
  const { bookedBudget, spend, latest } = outcome;
  return {
    ...outcome,
    bookedBudget: BigInt(bookedBudget),
    spend: BigInt(spend),
    latest: latest && readLatest(latest),
  };
}

function readLatest(latest: LatestJson): Latest {
  const { occurredAt, seq, statusAt, statusSeq } = latest;
  return {
    ...latest,
    occurredAt: new Date(occurredAt),
    seq: BigInt(seq),
    statusAt: statusAt === null ? null : new Date(statusAt),
    statusSeq: statusSeq === null ? null : BigInt(statusSeq),
  };
}
