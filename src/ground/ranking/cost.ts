import type { Product } from "../seller-agent/index.ts";
import type { Demands } from "./demands.ts";
import { roughly } from "./exchange.ts";

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

/** A price in another currency, and one by another model, may lie on either side of a ceiling. */
const UNSURE = 0.85;
/** Beyond it by any likely rate. */
const TOO_DEAR = 0.3;
/** The possible error of a rough exchange rate. */
const MARGIN = 1.15;

/** The weight of a product whose price cannot be compared exactly with a price ceiling. */
export function ceilingFactorFor(maxCpm: Demands["maxCpm"]): (product: Product) => number {
  const currency = maxCpm?.currency;
  if (!maxCpm || currency === undefined) return () => 1;
  return (product) => {
    const rate = rateIn(product);
    if (rate?.currency === currency) return 1;
    const cost = rate && roughly(rate.amount, rate.currency, currency);
    return cost !== undefined && cost !== null && cost > Number(maxCpm.amount) * MARGIN ? TOO_DEAR : UNSURE;
  };
}
