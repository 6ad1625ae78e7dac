import Big from "big.js";
import { Invalid } from "./errors.ts";

/** An exact decimal in plain notation, such as `"1500.25"`; never a float. */
export type Decimal = string;

/** An amount in major units of its ISO-4217 currency. Amounts of two currencies are never added. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/** The number of decimals in ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency) ?? digitsOf(currency);
  digits.set(currency, known);
  return known;
}

const digits = new Map<string, number>();

function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Parses a JSON number of major units, exactly as it was written. */
export function decimalOf(value: number | string): Decimal {
  return plain(new Big(value));
}

/** Writes a decimal as the JSON number that the contract requires. */
export function numberOf(value: Decimal): number {
  return Number(value);
}

export function add(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).plus(b));
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).minus(b));
}

export function sum(values: readonly Decimal[]): Decimal {
  return plain(values.reduce((total, value) => total.plus(value), new Big(0)));
}

export function times(a: Decimal, b: Decimal | number): Decimal {
  return plain(new Big(a).times(b));
}

/** `a / b`, rounded half up to `digits` decimals; null if `b` is zero. */
export function ratio(a: Decimal | number, b: Decimal | number, digits: number): Decimal | null {
  return new Big(b).eq(0) ? null : plain(new Big(a).times(1).div(b).round(digits, Big.roundHalfUp));
}

/** Negative, zero or positive if `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const isExact = a.length <= EXACT && b.length <= EXACT;
  const difference = isExact ? Number(a) - Number(b) : Number.NaN;
  return Number.isNaN(difference) ? new Big(a).cmp(b) : Math.sign(difference);
}

/** Two different decimals of so many digits are different numbers too, in the same order. */
const EXACT = 15;

/** The number of decimals. */
export function placesOf(amount: Decimal): number {
  return amount.split(".")[1]?.length ?? 0;
}

/** Refuses an amount finer than the currency's smallest coin. */
export function checkMinorUnits({ amount, currency }: Money, field: string): void {
  const digits = minorDigits(currency);
  if (placesOf(amount) > digits) {
    throw new Invalid(`${field}: ${amount} has more than ${digits} decimals, the most that ${currency} has`, { field });
  }
}

/**
 * Splits an amount by weights so that the parts add up to it, to the minor unit. The remainder is distributed, one minor unit each, to the
 * parts that lost most by rounding; if two lost the same, the earlier one comes first.
 */
export function split({ amount, currency }: Money, weights: readonly Decimal[]): Decimal[] {
  const total = new Big(sum(weights));
  if (weights.length === 0 || total.lte(0)) throw new RangeError("split needs weights that add up to more than zero");
  const digits = minorDigits(currency);
  const coin = new Big(10).pow(-digits);
  const exact = weights.map((weight) => new Big(amount).times(weight).div(total));
  const parts = exact.map((part) => part.round(digits, Big.roundDown));
  const left = new Big(amount).minus(parts.reduce((a, b) => a.plus(b), new Big(0)));
  let coins = Number(left.div(coin).round(0, Big.roundDown));
  const byLoss = exact.map((part, index) => ({ index, lost: part.minus(parts[index] ?? 0) }));
  byLoss.sort((a, b) => b.lost.cmp(a.lost) || a.index - b.index);
  for (const { index } of byLoss) {
    if (coins-- <= 0) break;
    parts[index] = (parts[index] ?? new Big(0)).plus(coin);
  }
  // If the amount is finer than the currency's minor unit, the rest goes to the first part, so that the sum stays exact.
  const dust = new Big(amount).minus(parts.reduce((a, b) => a.plus(b), new Big(0)));
  if (parts[0]) parts[0] = parts[0].plus(dust);
  return parts.map(plain);
}

function plain(value: Big): Decimal {
  return value.toFixed();
}
