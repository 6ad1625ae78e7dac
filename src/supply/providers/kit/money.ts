import { type Decimal, decimalOf, minorDigits, ratio, times } from "../../../ground/kernel/money.ts";

/**
 * The form in which a provider writes amounts: in millionths, in the currency's smallest unit, as a decimal, or in its
 * own units with a number of decimals.
 */
export type MoneyForm = "micros" | "minor" | "decimal" | { readonly digits: number };

const MICRO_DIGITS = 6;
const DIGITS = /^-?\d+(\.\d+)?$/;

/** The amount in the provider's form; undefined if it would have to be rounded. */
export function toProvider(amount: Decimal, currency: string, form: MoneyForm): string | undefined {
  const digits = digitsOf(form, currency);
  const scaled = times(amount, tenTo(digits));
  return form === "decimal" || !scaled.includes(".") ? scaled : undefined;
}

/** In major units; undefined for a text that is not an amount, such as a dash. */
export function fromProvider(written: string | undefined, currency: string, form: MoneyForm): Decimal | undefined {
  if (written === undefined || !DIGITS.test(written)) return undefined;
  const digits = digitsOf(form, currency);
  return digits === 0 ? decimalOf(written) : (ratio(written, tenTo(digits), digits + fractionOf(written)) ?? undefined);
}

function digitsOf(form: MoneyForm, currency: string): number {
  if (typeof form === "object") return form.digits;
  if (form === "decimal") return 0;
  return form === "micros" ? MICRO_DIGITS : minorDigits(currency);
}

function tenTo(digits: number): Decimal {
  return `1${"0".repeat(digits)}`;
}

function fractionOf(written: string): number {
  return written.split(".")[1]?.length ?? 0;
}
