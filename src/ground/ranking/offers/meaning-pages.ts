import { numberOf } from "../meanings.ts";
import { type Place, pagesOf } from "./pages.ts";

/**
 * What a product is about, from `start` to `end`: of each meaning its number, how much the product is about it, and where its text says
 * it, a bit for each place.
 */
export interface Meanings extends Place<Float64Array> {
  readonly end: number;
}

/** What is known from elsewhere counts as said throughout. */
const THROUGHOUT = 0x7fffffff;
/** So many numbers are written for each meaning. */
export const EACH = 3;

/** Some two thousand products. */
const newPlace = pagesOf((length) => new Float64Array(length), 32_768);

export function writeMeanings(about: ReadonlyMap<string, number>, placesOf: ReadonlyMap<string, number>): Meanings {
  const { page, start } = newPlace(about.size * EACH);
  let end = start;
  for (const [key, weight] of about) {
    page[end++] = numberOf(key);
    page[end++] = weight;
    page[end++] = placesOf.get(key) ?? THROUGHOUT;
  }
  return { page, start, end };
}
