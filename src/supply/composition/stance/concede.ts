import { add, compare, type Decimal, subtract, times } from "../../../ground/kernel/money.ts";
import type { PricingOption } from "../../../ground/seller-agent/index.ts";
import type { PriceFloor } from "../../rules/index.ts";
import { type QuotedOption, quoteOption } from "../quote-option.ts";

/** What a price gives way by, and whether something is asked for in return. */
export interface Giving {
  readonly percent: Decimal;
  /** Only for a volume: its price names the minimum budget. */
  readonly forVolume: boolean;
}

/** A million impressions at a price per mille; of another price, so many units. */
const VOLUME_UNITS = "1000";
const TIMES_THE_LEAST = "2";

/**
 * A source's price less the buyer's discount and a concession, never below a floor. Undefined if nothing can be
 * conceded: the price is a bid, is free, or is at its floor already.
 */
export function concede(
  option: PricingOption,
  discount: Decimal,
  floors: readonly PriceFloor[],
  { percent, forVolume }: Giving,
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

/** Two reductions, one after the other. */
function coalesce(a: Decimal, b: Decimal): Decimal {
  return subtract(add(a, b), times(times(a, b), "0.01"));
}

function volumeOf({ minSpendPerPackage }: PricingOption, price: Decimal): Decimal {
  const volume = times(price, VOLUME_UNITS);
  const twice = times(minSpendPerPackage ?? "0", TIMES_THE_LEAST);
  return compare(twice, volume) > 0 ? twice : volume;
}
