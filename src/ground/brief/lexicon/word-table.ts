import { FNV_OFFSET, fnv1a } from "../../hashing/fnv.ts";

const MOST_RECENT = 1_000;
/** In characters. */
const LONGEST_RECENT = 40;

/** How many words a bucket has on average, at most: few enough to look at each of them. */
const IN_BUCKET = 4;
const LONGEST = 255;

/** What a table of words consists of: four bytes a word, apart from its letters. */
export interface TabledWords {
  /** All words, one behind the other, those of a bucket together. A word's hash says in which it is. */
  readonly text: string;
  readonly lengths: Uint8Array;
  /** The place of each bucket's first word, and how many words there are. */
  readonly firsts: Uint32Array;
  /** Where each bucket starts in the text. */
  readonly starts: Uint32Array;
}

/**
 * Many words, each with a place of its own: one text, and a few typed arrays over it. A `Map` of as many strings takes several times
 * the memory, all of it objects for the garbage collector to visit.
 */
export class WordTable {
  readonly #text: string;
  readonly #lengths: Uint8Array;
  readonly #firsts: Uint32Array;
  readonly #starts: Uint32Array;
  /** Places of words that were asked for lately: a text repeats its words, and each is looked for in several ways. */
  readonly #recent = new Map<string, number>();

  constructor({ text, lengths, firsts, starts }: TabledWords) {
    this.#text = text;
    this.#lengths = lengths;
    this.#firsts = firsts;
    this.#starts = starts;
  }

  static of(words: Iterable<string>): WordTable {
    const all = [...new Set(words)];
    const buckets = inBuckets(all);
    const [firsts, starts] = [new Uint32Array(buckets.length + 1), new Uint32Array(buckets.length)];
    let [place, end] = [0, 0];
    for (const [nth, bucket] of buckets.entries()) {
      firsts[nth] = place;
      starts[nth] = end;
      place += bucket.length;
      for (const word of bucket) end += word.length;
    }
    firsts[buckets.length] = place;
    const inOrder = buckets.flat();
    const lengths = Uint8Array.from(inOrder, ({ length }) => length);
    return new WordTable({ text: narrow(inOrder.join("")), lengths, firsts, starts });
  }

  get tabled(): TabledWords {
    return { text: this.#text, lengths: this.#lengths, firsts: this.#firsts, starts: this.#starts };
  }

  get size(): number {
    return this.#lengths.length;
  }

  /** -1 for a word that is not among them. */
  placeOf(word: string): number {
    const known = this.#recent.get(word);
    if (known !== undefined) return known;
    const place = this.#lookUp(word);
    if (word.length <= LONGEST_RECENT) {
      if (this.#recent.size >= MOST_RECENT) this.#recent.clear();
      this.#recent.set(word, place);
    }
    return place;
  }

  /** All words in the order of their places. */
  *[Symbol.iterator](): Iterator<string> {
    let start = 0;
    for (const length of this.#lengths) yield this.#text.slice(start, (start += length));
  }

  #lookUp(word: string): number {
    const bucket = bucketOf(word, this.#starts.length);
    const end = this.#firsts[bucket + 1] ?? 0;
    let start = this.#starts[bucket] ?? 0;
    for (let place = this.#firsts[bucket] ?? 0; place < end; place++) {
      const length = this.#lengths[place] ?? 0;
      if (length === word.length && this.#text.startsWith(word, start)) return place;
      start += length;
    }
    return -1;
  }
}

function inBuckets(words: readonly string[]): string[][] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(words.length / IN_BUCKET)));
  const buckets = Array.from({ length: count }, (): string[] => []);
  for (const word of words) {
    if (word.length > LONGEST) throw new Error(`a word of the lexicon is longer than ${LONGEST}: ${word}`);
    buckets[bucketOf(word, count)]?.push(word);
  }
  return buckets;
}

/**
 * The same text with one byte a character, if that is enough. V8 joins parts of a text that has two, such as a file with all languages, to a
 * text that has two.
 */
function narrow(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  const narrowed = bytes.toString("latin1");
  return narrowed === text ? narrowed : text;
}

/** Of a number of buckets that is a power of two. */
function bucketOf(word: string, buckets: number): number {
  return hashOf(word) & (buckets - 1);
}

/** With the high bits mixed into the low ones, which are those that count. */
function hashOf(word: string): number {
  const hash = fnv1a(word, FNV_OFFSET);
  return hash ^ (hash >>> 15);
}
