import { FNV_OFFSET, fnv1a } from "../../hashing/fnv.ts";
import { type Place, pagesOf } from "./pages.ts";

/**
 * Which words a product may have: one bit for each, of so many that few are set for another's sake. Most products have hardly a word of a
 * brief, and a bit is found sooner than a place in a map.
 */
export type WordMarks = Place<Uint32Array>;

const BITS = 512;
const ELEMENTS = BITS / 32;
/** A thousand products. */
const newPlace = pagesOf((length) => new Uint32Array(length), 1_024 * ELEMENTS);

export function writeMarks(words: Iterable<string>): WordMarks {
  const { page, start } = newPlace(ELEMENTS);
  for (const word of words) {
    const bit = markOf(word);
    page[start + (bit >> 5)] = (page[start + (bit >> 5)] ?? 0) | (1 << (bit & 31));
  }
  return { page, start };
}

/** A word that many products are asked for, with the number of its bit. */
export interface MarkedWord {
  readonly word: string;
  readonly mark: number;
}

export function marked(word: string): MarkedWord {
  return { word, mark: markOf(word) };
}

function markOf(word: string): number {
  const hash = fnv1a(word, FNV_OFFSET);
  return (hash ^ (hash >>> 16)) & (BITS - 1);
}

interface Words {
  readonly words: ReadonlyMap<string, number>;
  readonly marks: WordMarks;
}

/** How much a word counts in a product; undefined if it does not have it. */
export function weightOf({ words, marks }: Words, { word, mark }: MarkedWord): number | undefined {
  return isMarked(marks, mark) ? words.get(word) : undefined;
}

/** False if none of a product's words has the mark. */
export function isMarked({ page, start }: WordMarks, mark: number): boolean {
  return (((page[start + (mark >> 5)] ?? 0) >>> (mark & 31)) & 1) === 1;
}
