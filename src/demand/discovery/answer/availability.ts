import type { Product } from "../../../ground/seller-agent/index.ts";

/** Why a product currently cannot be bought, and what would change that; undefined if it can. */
export function outOfReach({ pricingOptions, barred }: Product, currency: string): string | undefined {
  if (barred !== undefined) return barred;
  if (pricingOptions.length === 0 || pricingOptions.some((option) => option.currency === currency)) return undefined;
  const others = [...new Set(pricingOptions.map((option) => option.currency))].join(" and ");
  return `it is priced in ${others}, and the advertiser buys in ${currency}: buy it for an advertiser of that currency`;
}
