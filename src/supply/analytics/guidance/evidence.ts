import { rounded } from "../statistics.ts";

export type Priority = "high" | "medium" | "low";
const PRIORITIES: readonly Priority[] = ["high", "medium", "low"];

export interface Evidence {
  readonly label: string;
  readonly value: string;
}

/** `33.3%`. */
export function percentText(part: number | bigint, whole: number | bigint): string {
  return `${BigInt(whole) === 0n ? "0.0" : rounded(BigInt(part) * 100n, whole, 1).toFixed(1)}%`;
}

/** `65000.50 USD`, from millionths. */
export function moneyText(micros: bigint, currency: string): string {
  return `${rounded(micros, 1_000_000, 2).toFixed(2)} ${currency}`;
}

export function averageText(sum: number, count: number): string {
  return rounded(sum, count, 2).toFixed(2);
}

export function evidence(...said: readonly (readonly [string, string | number])[]): Evidence[] {
  return said.map(([label, value]) => ({ label, value: String(value) }));
}

/** The most pressing first; equally pressing ones keep their order. */
export function byPriority<T extends { readonly priority: Priority }>(all: readonly T[]): T[] {
  return PRIORITIES.flatMap((priority) => all.filter((one) => one.priority === priority));
}
