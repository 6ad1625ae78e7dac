import { compare, type Decimal, minorDigits, ratio, sum } from "../../ground/kernel/money.ts";
import { isTerminal, type MediaBuy } from "./media-buy.ts";
import type { Package } from "./packages/package.ts";

/** How much of their campaign's budget the buys hold at present: the sum over packages that may still spend, in one currency. */
export function allocatedOf(buys: readonly MediaBuy[], currency = buys[0]?.packages[0]?.currency): Decimal {
  const packages = buys.filter((buy) => !isTerminal(buy)).flatMap((buy) => buy.packages);
  const held = packages.filter((part) => part.currency === currency && part.status !== "canceled");
  return sum(held.map(({ budget }) => budget));
}

/** The budget that can no longer be given to another buy, in one currency, rounded to the minor unit. */
export function committedOf(buys: readonly MediaBuy[], currency: string): Decimal {
  const parts = buys.flatMap((buy) =>
    buy.packages.filter((part) => part.currency === currency).map((part) => committedBy(buy, part)),
  );
  return ratio(sum(parts), 1, minorDigits(currency)) ?? "0";
}

/**
 * A package that may still spend commits its budget, plus any increase that its seller has not refused. A package of a
 * completed buy keeps its budget. Any other package is over, and commits only what it delivered.
 */
export function committedBy(buy: MediaBuy, { packageId, budget, status, delivered }: Package): Decimal {
  if (status === "canceled" || (isTerminal(buy) && buy.status !== "COMPLETED")) return delivered.spend;
  const asked = buy.pending?.update?.packages.find((part) => part.packageId === packageId)?.budget ?? budget;
  return compare(asked, budget) > 0 ? asked : budget;
}
