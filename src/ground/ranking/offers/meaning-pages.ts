import { numberOf } from "../meanings.ts";

/**
 * What a product is about, within a page that many products share: pairs of a meaning's number and of how much the product is about it, from
 * `start` to `end`. A brief is compared with thousands of products, and arrays of their own for each would lie all over the memory.
 */
export interface Meanings {
  readonly page: Float64Array;
  readonly start: number;
  readonly end: number;
}

/** In numbers: some three thousand products. A page is given back with the last of its products. */
const PAGE = 32_768;

let page = new Float64Array(PAGE);
let used = 0;

export function writeMeanings(about: ReadonlyMap<string, number>): Meanings {
  const length = about.size * 2;
  if (used + length > page.length) {
    page = new Float64Array(Math.max(PAGE, length));
    used = 0;
  }
  const start = used;
  for (const [key, weight] of about) {
    page[used++] = numberOf(key);
    page[used++] = weight;
  }
  return { page, start, end: used };
}
