import type { Product } from "../seller-agent/index.ts";

const PER_MILLE = new Set(["cpm", "vcpm"]);

/** The cheapest price per mille, for putting products in an order; not for reckoning with. */
export function rateIn({ pricingOptions }: Product): { readonly amount: number; readonly currency: string } | null {
  let cheapest: { amount: number; currency: string } | null = null;
  for (const { pricingModel, currency, fixedPrice, floorPrice } of pricingOptions) {
    const price = fixedPrice ?? floorPrice;
    if (price === null || !PER_MILLE.has(pricingModel)) continue;
    if (!cheapest || Number(price) < cheapest.amount) cheapest = { amount: Number(price), currency };
  }
  return cheapest;
}
