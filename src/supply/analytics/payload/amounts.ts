import { RULES } from "../rules.ts";
import { rounded } from "../statistics.ts";

const { money, average } = RULES.rounding;

/** Converts millionths to the number that the contract requires. */
export function moneyOf(micros: bigint): number {
  return rounded(micros, 1_000_000, money);
}

export function averageBudget(micros: bigint, count: number): number | null {
  return count === 0 ? null : rounded(micros, BigInt(count) * 1_000_000n, money);
}

export function averageOf(sum: number, count: number): number | null {
  return count === 0 ? null : rounded(sum, count, average);
}
