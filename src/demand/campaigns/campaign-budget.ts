import { Conflict, CurrencyMismatch } from "../../ground/kernel/errors.ts";
import { checkMinorUnits, compare, type Decimal, numberOf } from "../../ground/kernel/money.ts";
import { committedOf, type MediaBuy } from "../media-buys/index.ts";

export type CampaignPacing = "EVEN" | "ASAP" | "FRONTLOADED";

export interface CampaignBudget {
  readonly total: Decimal;
  readonly currency: string;
  readonly dailyCap: Decimal | null;
  readonly pacing: CampaignPacing;
}

/** The new budget would be less than what the media buys have already committed. */
export class InsufficientMediaBudget extends Conflict {
  override readonly code = "INSUFFICIENT_MEDIA_BUDGET";
}

/** Refuses amounts that are finer than the currency's smallest unit, and a currency other than the advertiser's. */
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

/** Throws `InsufficientMediaBudget` if the media buys have committed more than the budget. */
export function checkCovers({ total, currency }: CampaignBudget, buys: readonly MediaBuy[], field: string): void {
  const committed = committedOf(buys, currency);
  if (compare(total, committed) >= 0) return;
  throw new InsufficientMediaBudget(
    `${field}: media buys would commit ${committed} ${currency} of a budget of ${total}; lower or cancel them first`,
    { field, details: { minimumAllowedBudget: numberOf(committed) } },
  );
}
