import { type Decimal, minorDigits, ratio, subtract, times } from "../../ground/kernel/money.ts";

/** One price as a buyer was quoted it: what the source calls it, and what is off; less than zero where a floor raised it. */
export interface Quote {
  readonly pricingOptionId: string;
  readonly percent: Decimal;
}

const QUOTED = /^(.+)~(-?\d+(?:\.\d+)?)$/s;

/**
 * The id under which a buyer sees a price that differs from the source's. It contains the difference, so that what is
 * bought is what was quoted, whatever has changed since; whether it may still be bought at this price is checked again.
 */
export function quotedId({ pricingOptionId, percent }: Quote): string {
  return percent === "0" && !QUOTED.test(pricingOptionId) ? pricingOptionId : `${pricingOptionId}~${percent}`;
}

export function quoteIn(quotedId: string): Quote {
  const [, pricingOptionId = quotedId, percent = "0"] = QUOTED.exec(quotedId) ?? [];
  return { pricingOptionId, percent };
}

/**
 * A source's price, or what it charged, converted for the buyer: exact, and finer than the smallest unit if necessary.
 */
export function netOf(amount: Decimal, percent: Decimal): Decimal {
  return percent === "0" ? amount : times(times(amount, subtract("100", percent)), "0.01");
}

/** The precision of bids sent to a source; prices per mille are finer than the smallest unit. */
const BID_DIGITS = 4;

/** A buyer's budget as its source has to be told it, to deliver as much as was quoted. What is free is budgeted as if it were not. */
export function listBudgetOf(budget: Decimal, percent: Decimal, currency: string): Decimal {
  return listOf(budget, percent, minorDigits(currency));
}

export function listBidOf(bid: Decimal, percent: Decimal): Decimal {
  return listOf(bid, percent, BID_DIGITS);
}

/** A source's statement or requirement about a budget or a bid, converted for the buyer; not rounded. */
export function askedOf(amount: Decimal, percent: Decimal): Decimal {
  return isFree(percent) ? amount : netOf(amount, percent);
}

/** A budget at its source as the buyer gave it: `listBudgetOf` the other way round, to the coin. */
export function budgetOf(listed: Decimal, percent: Decimal, currency: string): Decimal {
  if (percent === "0") return listed;
  return ratio(askedOf(listed, percent), 1, minorDigits(currency)) ?? listed;
}

function listOf(amount: Decimal, percent: Decimal, digits: number): Decimal {
  if (percent === "0" || isFree(percent)) return amount;
  return ratio(times(amount, "100"), subtract("100", percent), digits) ?? amount;
}

/** Nothing a buyer sends can be scaled up to what costs it nothing. */
function isFree(percent: Decimal): boolean {
  return subtract("100", percent) === "0";
}
