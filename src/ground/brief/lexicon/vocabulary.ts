import type { Sense } from "./sense.ts";
import { WordTable } from "./word-table.ts";

/** What is known of words. */
interface Known<V> {
  get(word: string): V | undefined;
  has(word: string): boolean;
}

export interface WordSet extends Iterable<string> {
  has(word: string): boolean;
}

/** The words of one language, the words of a phrase with spaces between. */
export interface Vocabulary {
  /** By their letters, without accents. */
  readonly senses: Known<readonly Sense[]>;
  /** By their stems, where the letters are not known: `Hamburg` is no `Hamburger`. */
  readonly stems: Known<readonly Sense[]>;
  /** The most words that a phrase beginning with this one has, where it has several; in Japanese, the most characters. */
  readonly longest: Known<number>;
  /** Single words as they are written: the parts of compounds, and the targets of typing errors. */
  readonly singles: WordSet;
  /** The words that occur in phrases. */
  readonly parts: WordSet;
  /** Words that look like a form or a misspelling of others and are not: `collègue` is no college. */
  readonly known: WordSet;
}

/** A vocabulary as its lines were read. */
export interface WordsRead {
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  readonly stems: ReadonlyMap<string, readonly Sense[]>;
  readonly longest: ReadonlyMap<string, number>;
  readonly singles: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** The same in a fifth of the memory: each word once, and beside it numbers. */
export function compacted({ senses, stems, longest, singles, parts, known }: WordsRead): Vocabulary {
  const words = new WordTable([...senses.keys(), ...stems.keys(), ...longest.keys(), ...singles, ...parts, ...known]);
  const shared = sharing();
  return {
    senses: knownOf(words, senses, shared),
    stems: knownOf(words, stems, shared),
    longest: lengthsOf(words, longest),
    singles: setOf(words, singles),
    parts: setOf(words, parts),
    known: setOf(words, known),
  };
}

/** Gives those that say the same the same object: many words have the same few meanings. */
function sharing(): (senses: readonly Sense[]) => readonly Sense[] {
  const known = new Map<string, readonly Sense[]>();
  return (senses) => {
    const key = JSON.stringify(senses);
    const first = known.get(key) ?? senses;
    known.set(key, first);
    return first;
  };
}

function knownOf(
  words: WordTable,
  found: ReadonlyMap<string, readonly Sense[]>,
  shared: (senses: readonly Sense[]) => readonly Sense[],
): Known<readonly Sense[]> {
  const lists: (readonly Sense[])[] = [];
  const places = new Map<readonly Sense[], number>();
  /** By the place of a word: where its list is, plus one. */
  const listed = new Uint16Array(words.size);
  for (const [word, senses] of found) {
    const list = shared(senses);
    const place = places.get(list) ?? lists.push(list);
    places.set(list, place);
    listed[words.placeOf(word)] = place;
  }
  if (lists.length > 0xffff) throw new Error("the lexicon has more combinations of meanings than 16 bits can count");
  const get = (word: string) => lists[(listed[words.placeOf(word)] ?? 0) - 1];
  return { get, has: (word) => get(word) !== undefined };
}

function lengthsOf(words: WordTable, found: ReadonlyMap<string, number>): Known<number> {
  const lengths = new Uint8Array(words.size);
  for (const [word, length] of found) lengths[words.placeOf(word)] = length;
  const get = (word: string) => lengths[words.placeOf(word)] || undefined;
  return { get, has: (word) => get(word) !== undefined };
}

function setOf(words: WordTable, some: ReadonlySet<string>): WordSet {
  const isOne = new Uint8Array(words.size);
  for (const word of some) isOne[words.placeOf(word)] = 1;
  return {
    has: (word) => isOne[words.placeOf(word)] === 1,
    *[Symbol.iterator]() {
      for (const [place, one] of isOne.entries()) if (one === 1) yield words.wordAt(place);
    },
  };
}
