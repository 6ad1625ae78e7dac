import { type Decimal, minorDigits, ratio, subtract, times } from "../../ground/kernel/money.ts";

/** A price as quoted to a buyer: the source's id for it and the discount, which is negative if a floor raised the price. */
export interface Quote {
  readonly pricingOptionId: string;
  readonly percent: Decimal;
}

const QUOTED = /^(.+)~(-?\d+(?:\.\d+)?)$/s;

/**
 * The id under which a buyer sees a price that differs from the source's. It contains the difference, so that what is
 * bought is what was quoted, whatever has changed since. Whether the buyer may still buy at that price is checked
 * again.
 */
export function quotedId({ pricingOptionId, percent }: Quote): string {
  return percent === "0" && !QUOTED.test(pricingOptionId) ? pricingOptionId : `${pricingOptionId}~${percent}`;
}

export function quoteIn(quotedId: string): Quote {
  const [, pricingOptionId = quotedId, percent = "0"] = QUOTED.exec(quotedId) ?? [];
  return { pricingOptionId, percent };
}

/** A source's price or charge, converted for the buyer: exact, and finer than the smallest unit if necessary. */
export function netOf(amount: Decimal, percent: Decimal): Decimal {
  return percent === "0" ? amount : times(times(amount, subtract("100", percent)), "0.01");
}

/** The number of decimal places of bids sent to a source; CPMs are finer than the smallest unit. */
const BID_DIGITS = 4;

/**
 * Converts a buyer's budget to the budget that its source needs to deliver as much as was quoted. A free product's
 * budget is passed on unchanged.
 */
export function listBudgetOf(budget: Decimal, percent: Decimal, currency: string): Decimal {
  return listOf(budget, percent, minorDigits(currency));
}

export function listBidOf(bid: Decimal, percent: Decimal): Decimal {
  return listOf(bid, percent, BID_DIGITS);
}

/** An amount that a source states or requires for a budget or a bid, converted for the buyer; not rounded. */
export function askedOf(amount: Decimal, percent: Decimal): Decimal {
  return isFree(percent) ? amount : netOf(amount, percent);
}

/** Converts a budget at its source back to the buyer's, rounded to the minor unit: the inverse of `listBudgetOf`. */
export function budgetOf(listed: Decimal, percent: Decimal, currency: string): Decimal {
  if (percent === "0") return listed;
  return ratio(askedOf(listed, percent), 1, minorDigits(currency)) ?? listed;
}

function listOf(amount: Decimal, percent: Decimal, digits: number): Decimal {
  if (percent === "0" || isFree(percent)) return amount;
  return ratio(times(amount, "100"), subtract("100", percent), digits) ?? amount;
}

/** Free for the buyer: no amount can be scaled up to the source's price then. */
function isFree(percent: Decimal): boolean {
  return subtract("100", percent) === "0";
}
