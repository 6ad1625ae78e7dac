import { iso31661Alpha2ToNumeric } from "iso-3166/1-a2-to-1-n.js";

/** Of Google's geo targets countries are those of 2000 and their number in ISO 3166-1 [K]: 2840 is the USA. */
const FIRST = 2_000;

/** Undefined for a code that is no country's. */
export function placeOf(country: string): string | undefined {
  const numbers: Readonly<Record<string, string>> = iso31661Alpha2ToNumeric;
  const number = Object.hasOwn(numbers, country) ? numbers[country] : undefined;
  return number === undefined ? undefined : `geoTargetConstants/${FIRST + Number(number)}`;
}
