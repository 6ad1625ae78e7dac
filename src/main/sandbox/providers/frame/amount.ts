import { minorDigits } from "../../../../ground/kernel/money.ts";

const MICRO_DIGITS = 6;

/** Exactly, in major units with the currency's own digits: `12.50` USD, `1250` JPY, `1.250` KWD. */
export function decimalOfMicros(micros: bigint, currency: string): string {
  return pointed(micros, MICRO_DIGITS, minorDigits(currency));
}

/** Exactly, with so many digits after the point as are needed. */
export function plainOfMicros(micros: bigint): string {
  return pointed(micros, MICRO_DIGITS, MICRO_DIGITS).replace(/\.?0+$/, "");
}

/** Micros of a decimal such as `12.50`; null where it is no amount, or finer than the currency's coin. */
export function microsOfDecimal(text: string, currency: string): bigint | null {
  const [, whole = "", part = ""] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "" || part.replace(/0+$/, "").length > minorDigits(currency)) return null;
  return BigInt(whole) * 1_000_000n + BigInt(part.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, "0"));
}

/** Micros of whole minor units, where so many make one major unit. */
export function microsOfMinor(minor: bigint, offset: bigint): bigint {
  return (minor * 1_000_000n) / offset;
}

function pointed(value: bigint, digits: number, shown: number): string {
  const text = value.toString().padStart(digits + 1, "0");
  const [whole, part] = [text.slice(0, -digits), text.slice(-digits)];
  return shown === 0 ? whole : `${whole}.${part.slice(0, shown)}`;
}
