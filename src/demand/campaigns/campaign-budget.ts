import { Conflict, CurrencyMismatch } from "../../ground/kernel/errors.ts";
import {
  add,
  checkMinorUnits,
  compare,
  type Decimal,
  minorDigits,
  numberOf,
  ratio,
  sum,
} from "../../ground/kernel/money.ts";
import { allocatedOf, isTerminal, type MediaBuy } from "../media-buys/index.ts";
import type { CampaignBudget } from "./campaign.ts";

/** The budget would fall below what media buys hold already. */
export class InsufficientMediaBudget extends Conflict {
  override readonly code = "INSUFFICIENT_MEDIA_BUDGET";
}

/** Refuses amounts finer than the currency's coin, and a currency that is not the advertiser's. */
export function checkBudget({ total, currency, dailyCap }: CampaignBudget, advertisersCurrency: string): void {
  if (currency !== advertisersCurrency) {
    throw new CurrencyMismatch(
      `budget.currency: the advertiser's campaigns are in ${advertisersCurrency}, so this budget is not in ${currency}`,
      { field: "budget.currency", details: { expected: advertisersCurrency, actual: currency } },
    );
  }
  checkMinorUnits({ amount: total, currency }, "budget.total");
  if (dailyCap !== null) checkMinorUnits({ amount: dailyCap, currency }, "budget.dailyCap");
}

/**
 * What can no longer be given to another buy: the budgets of buys that live or have run to their end, and of the others
 * what they delivered before they ended, to the nearest coin.
 */
export function committedOf(buys: readonly MediaBuy[], currency: string): Decimal {
  const ended = buys
    .filter(isTerminal)
    .flatMap(({ status, packages }) =>
      packages
        .filter((part) => part.currency === currency)
        .map(({ budget, delivered }) => (status === "COMPLETED" ? budget : delivered.spend)),
    );
  return add(allocatedOf(buys, currency), ratio(sum(ended), 1, minorDigits(currency)) ?? "0");
}

export function checkCovers({ total, currency }: CampaignBudget, buys: readonly MediaBuy[]): void {
  const committed = committedOf(buys, currency);
  if (compare(total, committed) >= 0) return;
  throw new InsufficientMediaBudget(
    `budget.total: media buys hold ${committed} ${currency} already; lower or cancel them first`,
    { field: "budget.total", details: { minimumAllowedBudget: numberOf(committed) } },
  );
}
