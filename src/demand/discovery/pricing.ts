import { compare, type Decimal, type Money, ratio, sum } from "../../ground/kernel/money.ts";
import type { PricingOption, Product } from "../../ground/seller-agent/index.ts";

const PER_MILLE = new Set(["cpm", "vcpm"]);

/** A fixed price applies as it is; anything else requires a bid. */
export function isFixed({ fixedPrice }: PricingOption): boolean {
  return fixedPrice !== null;
}

/** The minimum cost of an option; null if only the auction will tell. */
export function rateOf({ fixedPrice, floorPrice }: PricingOption): Decimal | null {
  return fixedPrice ?? floorPrice;
}

/** Whether a package of this budget is large enough for the option; without a budget it is. */
export function isPayable({ minSpendPerPackage }: PricingOption, budget: Decimal | null | undefined): boolean {
  return !budget || minSpendPerPackage === null || compare(budget, minSpendPerPackage) >= 0;
}

/**
 * The cheapest price per mille. Prices of two currencies do not compare: where the product has one in the buyer's currency
 * that currency decides, and otherwise the first option's does.
 */
export function cpmOf({ pricingOptions }: Product, preferred: string): Money | null {
  const priced = pricingOptions.flatMap((option) => {
    const amount = PER_MILLE.has(option.pricingModel) ? rateOf(option) : null;
    return amount === null ? [] : [{ amount, currency: option.currency }];
  });
  const currency = priced.some((price) => price.currency === preferred) ? preferred : priced[0]?.currency;
  const comparable = priced.filter((price) => price.currency === currency);
  return comparable.sort((a, b) => compare(a.amount, b.amount))[0] ?? null;
}

export interface PriceRange {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  readonly avg: Decimal | null;
  readonly currency: string | null;
}

/** Lowest, highest and mean of prices that are all in one currency; of a mixture, nothing. */
export function priceRangeOf(prices: readonly Money[]): PriceRange {
  const currency = prices[0]?.currency;
  if (currency === undefined || prices.some((price) => price.currency !== currency)) {
    return { min: null, max: null, avg: null, currency: null };
  }
  const amounts = prices.map(({ amount }) => amount);
  return {
    min: amounts.reduce((least, amount) => (compare(amount, least) < 0 ? amount : least)),
    max: amounts.reduce((most, amount) => (compare(amount, most) > 0 ? amount : most)),
    avg: ratio(sum(amounts), amounts.length, 4),
    currency,
  };
}
