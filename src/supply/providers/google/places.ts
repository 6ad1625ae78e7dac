import { iso31661Alpha2ToNumeric } from "iso-3166/1-a2-to-1-n.js";

/** Google's geo targets for countries are 2000 plus their number in ISO 3166-1 [K]: 2840 is the USA. */
const FIRST = 2_000;

/** Undefined for a code that is not a country's. */
export function placeOf(country: string): string | undefined {
  const numbers: Readonly<Record<string, string>> = iso31661Alpha2ToNumeric;
  const number = Object.hasOwn(numbers, country) ? numbers[country] : undefined;
  return number === undefined ? undefined : `geoTargetConstants/${FIRST + Number(number)}`;
}
