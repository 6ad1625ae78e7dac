import { minorDigits } from "../../../../ground/kernel/money.ts";

const MICRO_DIGITS = 6;

/** Exact, in major units with the currency's number of decimals: `12.50` USD, `1250` JPY, `1.250` KWD. */
export function decimalOfMicros(micros: bigint, currency: string): string {
  const shown = minorDigits(currency);
  const text = micros.toString().padStart(MICRO_DIGITS + 1, "0");
  const [whole, part] = [text.slice(0, -MICRO_DIGITS), text.slice(-MICRO_DIGITS)];
  return shown === 0 ? whole : `${whole}.${part.slice(0, shown)}`;
}
