const MOST_RECENT = 1_000;
/** In characters. */
const LONGEST_RECENT = 40;

/** What a table of words consists of. */
export interface TabledWords {
  /** All words, one behind the other. */
  readonly text: string;
  /** Where each word starts, and where the last one ends. */
  readonly starts: Uint32Array;
  /** By a word's hash, or behind that: its place plus one, or 0 where nothing is. */
  readonly slots: Uint32Array;
}

/**
 * Many words, each with a place of its own: one text, and a few typed arrays over it. A `Map` of as many strings takes several times
 * the memory, all of it objects for the garbage collector to visit.
 */
export class WordTable {
  readonly #text: string;
  readonly #starts: Uint32Array;
  readonly #slots: Uint32Array;
  /** Places of words that were asked for lately: a text repeats its words, and each is looked for in several ways. */
  readonly #recent = new Map<string, number>();

  constructor({ text, starts, slots }: TabledWords) {
    this.#text = text;
    this.#starts = starts;
    this.#slots = slots;
  }

  static of(words: Iterable<string>): WordTable {
    const all = [...new Set(words)];
    const [starts, slots] = [new Uint32Array(all.length + 1), new Uint32Array(slotsFor(all.length))];
    const table = new WordTable({ text: all.join(""), starts, slots });
    let end = 0;
    for (const [place, word] of all.entries()) {
      end += word.length;
      starts[place + 1] = end;
      slots[table.#slotOf(word)] = place + 1;
    }
    return table;
  }

  get tabled(): TabledWords {
    return { text: this.#text, starts: this.#starts, slots: this.#slots };
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  /** -1 for a word that is not among them. */
  placeOf(word: string): number {
    const known = this.#recent.get(word);
    if (known !== undefined) return known;
    const place = (this.#slots[this.#slotOf(word)] ?? 0) - 1;
    if (word.length <= LONGEST_RECENT) {
      if (this.#recent.size >= MOST_RECENT) this.#recent.clear();
      this.#recent.set(word, place);
    }
    return place;
  }

  wordAt(place: number): string {
    return this.#text.slice(this.#starts[place], this.#starts[place + 1]);
  }

  /** Where the word is, or would be. */
  #slotOf(word: string): number {
    const last = this.#slots.length - 1;
    let slot = hashOf(word) & last;
    for (let taken = this.#slots[slot]; taken; taken = this.#slots[slot]) {
      if (this.#isAt(taken - 1, word)) return slot;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #isAt(place: number, word: string): boolean {
    const start = this.#starts[place] ?? 0;
    return (this.#starts[place + 1] ?? 0) - start === word.length && this.#text.startsWith(word, start);
  }
}

/** A power of two, so that at most two thirds are taken. */
function slotsFor(words: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, words) * 1.5));
}

/** FNV-1a over UTF-16, with the high bits mixed into the low ones, which are those that count. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
