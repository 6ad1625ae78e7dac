import type { MoneyForm } from "../kit/money.ts";

/**
 * Currencies that Meta counts in whole units, whatever subunits they have elsewhere [O currencies]; all others are
 * counted in hundredths.
 */
const WHOLE = new Set(["CLP", "COP", "CRC", "HUF", "IDR", "ISK", "JPY", "KRW", "PYG", "TWD", "VND"]);

/** Dinars have three decimals, but Meta counts them in hundredths too. */
export function formOf(currency: string): MoneyForm {
  return { digits: WHOLE.has(currency) ? 0 : 2 };
}

/** The largest number of decimals, for the error message. */
export function decimalsIn(currency: string): string {
  return WHOLE.has(currency) ? "no decimals" : "at most two decimals";
}
