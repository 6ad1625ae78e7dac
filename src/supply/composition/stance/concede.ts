import { add, compare, type Decimal, subtract, times } from "../../../ground/kernel/money.ts";
import type { PricingOption } from "../../../ground/seller-agent/index.ts";
import type { PriceFloor } from "../../rules/index.ts";
import { type QuotedOption, quoteOption } from "../quote-option.ts";

/** What is conceded on a price, and whether something is wanted in return. */
export interface ConcessionTerms {
  readonly percent: Decimal;
  /** Whether it requires a volume, which the price states as a minimum budget. */
  readonly forVolume: boolean;
}

/** In units of the price: a million impressions at a CPM, or this many units of any other model. */
const VOLUME_UNITS = "1000";
const TIMES_THE_LEAST = "2";

/**
 * A source's price less the buyer's discount and a concession, but never below a floor. Undefined if nothing can be
 * conceded, because the price is a bid, is free, or is already at its floor.
 */
export function concede(
  option: PricingOption,
  discount: Decimal,
  floors: readonly PriceFloor[],
  { percent, forVolume }: ConcessionTerms,
): QuotedOption | undefined {
  if (option.fixedPrice === null || compare(option.fixedPrice, "0") === 0 || compare(percent, "0") <= 0)
    return undefined;
  const quoted = quoteOption(option, discount, floors);
  const conceded = quoteOption(option, coalesce(discount, percent), floors);
  const before = quoted?.option.fixedPrice;
  const after = conceded?.option.fixedPrice;
  if (!conceded || !before || !after || compare(after, before) >= 0) return undefined;
  if (!forVolume) return conceded;
  return { ...conceded, option: { ...conceded.option, minSpendPerPackage: volumeOf(conceded.option, after) } };
}

/** Combines two reductions that are applied one after the other. */
function coalesce(a: Decimal, b: Decimal): Decimal {
  return subtract(add(a, b), times(times(a, b), "0.01"));
}

function volumeOf({ minSpendPerPackage }: PricingOption, price: Decimal): Decimal {
  const volume = times(price, VOLUME_UNITS);
  const twice = times(minSpendPerPackage ?? "0", TIMES_THE_LEAST);
  return compare(twice, volume) > 0 ? twice : volume;
}
