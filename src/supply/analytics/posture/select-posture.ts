import type { Totals } from "../payload/totals.ts";
import { RULES } from "../rules.ts";
import { baseRate, comparable, shrunk, wilson } from "../statistics.ts";
import type { Posture } from "./posture.ts";

export type Segment = "window" | "buyer" | "month";

/** The rates that result from a segment's history. With few runs, a rate stays close to the prior. */
export interface Rates {
  readonly base: number;
  readonly price: number;
  readonly nonPrice: number;
  readonly pack: number;
  readonly nonPack: number;
  readonly ask: number;
  readonly nonAsk: number;
}

/** `prior` is the window's base rate, towards which the rate of a buyer or month is shrunk. */
export function ratesOf(totals: Totals, prior?: number): Rates {
  const { runs: n, bookedRuns: b } = totals;
  const base = prior === undefined ? baseRate(b, n) : shrunk(b, n, prior, RULES.stats.segmentStrength);
  const sub = (booked: number, runs: number) => shrunk(booked, runs, base, RULES.stats.subRateStrength);
  const { priceRuns: p, priceBookedRuns: pb, packagingRuns: k, packagingBookedRuns: kb } = totals;
  const { askRuns: a, askBookedRuns: ab } = totals;
  return {
    base,
    price: sub(pb, p),
    nonPrice: sub(b - pb, n - p),
    pack: sub(kb, k),
    nonPack: sub(b - kb, n - k),
    ask: sub(ab, a),
    nonAsk: sub(b - ab, n - a),
  };
}

export interface Selected {
  readonly posture: Posture | null;
  /** The first rule that held. */
  readonly rule: string;
}

const { shares, minRuns, minSignal, holdTolerance, priceFirstGap, priceFirstUpper, strongWinLower } = RULES.posture;

export function selectPosture(totals: Totals, segment: Segment, rates: Rates): Selected {
  const { runs: n, bookedRuns: b, askRuns: a } = totals;
  const { priceRuns: p, packagingRuns: k, wholesaleRuns } = totals;
  const signal = minSignal[segment];
  const isHot = (count: number, share: number) => count >= signal && comparable(count / n) >= share;
  if (n < minRuns[segment]) return { posture: null, rule: "P0_insufficient_history" };
  if (isHot(wholesaleRuns, shares.wholesale)) return { posture: "wholesale_mirror", rule: "P1_wholesale" };
  const packagingIsHot = isHot(k, shares.packaging);
  if (isHot(p, shares.price) && (!packagingIsHot || p >= k)) return underPricePressure(totals, rates);
  if (packagingIsHot) return { posture: "tradeoff_ladder", rule: "P3_packaging" };
  if (isHot(a, shares.ask)) return { posture: "value_preserving_compromise", rule: "P4_asks" };
  if (wilson(b, n).lower >= strongWinLower && comparable(p / n) < shares.lowPricePressure)
    return { posture: "hold_value", rule: "P5_strong_win_rate" };
  return { posture: "direct_fit", rule: "P6_default" };
}

function underPricePressure(totals: Totals, rates: Rates): Selected {
  if (totals.priceBookedRuns >= 1 && rates.price >= comparable(rates.nonPrice - holdTolerance))
    return { posture: "hold_value", rule: "P2a_objectors_book" };
  if (priceCostsDeals(totals, rates)) return { posture: "price_first", rule: "P2b_price_costs_deals" };
  return { posture: "value_preserving_compromise", rule: "P2c_price_pressure" };
}

/** Whether buyers that object to the price book so much less often that the price must be the reason. */
export function priceCostsDeals({ priceRuns, priceBookedRuns }: Totals, { price, nonPrice }: Rates): boolean {
  const gap = comparable(nonPrice - price);
  return gap >= priceFirstGap && wilson(priceBookedRuns, priceRuns).upper <= priceFirstUpper;
}
