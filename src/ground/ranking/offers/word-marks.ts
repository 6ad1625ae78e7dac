/**
 * Which words a product may have: one bit for each, of so many that few are set for another's sake. Most products have hardly a word of a
 * brief, and a bit is found sooner than a place in a map. As with meanings, many products share a page.
 */
export interface WordMarks {
  readonly page: Uint32Array;
  readonly start: number;
}

const BITS = 512;
const ELEMENTS = BITS / 32;
/** In products. */
const PAGE = 1_024;

let page = new Uint32Array(PAGE * ELEMENTS);
let used = 0;

export function writeMarks(words: Iterable<string>): WordMarks {
  if (used === page.length) {
    page = new Uint32Array(PAGE * ELEMENTS);
    used = 0;
  }
  const start = used;
  used += ELEMENTS;
  for (const word of words) {
    const bit = markOf(word);
    page[start + (bit >> 5)] = (page[start + (bit >> 5)] ?? 0) | (1 << (bit & 31));
  }
  return { page, start };
}

/** The number of a word's bit: FNV-1a. */
export function markOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 16)) & (BITS - 1);
}

/** False if none of a product's words has the mark. */
export function isMarked({ page, start }: WordMarks, mark: number): boolean {
  return (((page[start + (mark >> 5)] ?? 0) >>> (mark & 31)) & 1) === 1;
}
