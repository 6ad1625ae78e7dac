import { RULES } from "./rules.ts";

/**
 * `numerator / denominator`, rounded half up to `digits` decimal places. Computes with whole numbers, so that nothing
 * is rounded twice.
 */
export function rounded(numerator: bigint | number, denominator: bigint | number, digits: number): number {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const scaled = (2n * n * 10n ** BigInt(digits) + d) / (2n * d);
  return Number(scaled) / 10 ** digits;
}

export function rateOf(part: number, whole: number): number {
  return rounded(part, whole, RULES.rounding.rate);
}

/** Null for an empty whole, which has no rate. */
export function rateOrNull(part: number, whole: number): number | null {
  return whole === 0 ? null : rateOf(part, whole);
}

/** Rounds values before they are compared, so that implementations in other languages get the same results. */
export function comparable(value: number): number {
  const scale = 10 ** RULES.stats.compareDecimals;
  return Math.round(value * scale) / scale;
}

/**
 * A rate shrunk towards `prior`, as if `strength` more trials had happened at that rate; the fewer real trials, the
 * closer the result is to it.
 */
export function shrunk(successes: number, trials: number, prior: number, strength: number): number {
  return comparable((successes + strength * prior) / (trials + strength));
}

export function baseRate(successes: number, trials: number): number {
  const { priorAlpha, priorBeta } = RULES.stats;
  return comparable((successes + priorAlpha) / (trials + priorAlpha + priorBeta));
}

/** The Wilson interval (1927) of the rate, with 80 % two-sided confidence. */
export function wilson(successes: number, trials: number): { readonly lower: number; readonly upper: number } {
  if (trials === 0) return { lower: 0, upper: 1 };
  const z2 = RULES.stats.wilsonZ ** 2;
  const share = successes / trials;
  const scale = 1 + z2 / trials;
  const middle = (share + z2 / (2 * trials)) / scale;
  const spread = (RULES.stats.wilsonZ * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))) / scale;
  return { lower: comparable(Math.max(0, middle - spread)), upper: comparable(Math.min(1, middle + spread)) };
}
