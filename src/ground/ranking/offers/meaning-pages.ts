import { numberOf } from "../meanings.ts";
import { type Place, pagesOf } from "./pages.ts";

/** What a product is about: pairs of a meaning's number and of how much the product is about it, from `start` to `end`. */
export interface Meanings extends Place<Float64Array> {
  readonly end: number;
}

/** Some three thousand products. */
const newPlace = pagesOf((length) => new Float64Array(length), 32_768);

export function writeMeanings(about: ReadonlyMap<string, number>): Meanings {
  const { page, start } = newPlace(about.size * 2);
  let end = start;
  for (const [key, weight] of about) {
    page[end++] = numberOf(key);
    page[end++] = weight;
  }
  return { page, start, end };
}
