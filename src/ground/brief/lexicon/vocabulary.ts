import type { Sense } from "./sense.ts";
import { type TabledWords, WordTable } from "./word-table.ts";

/** What is known of words. */
interface Known<V> {
  get(word: string): V | undefined;
  has(word: string): boolean;
}

interface KnownWords<V> extends Known<V>, Iterable<string> {}

export interface WordSet extends Iterable<string> {
  has(word: string): boolean;
}

/** The words of one language, the words of a phrase with spaces between. */
export interface Vocabulary {
  /** By their letters, without accents. */
  readonly senses: Known<readonly Sense[]>;
  /** By their stems, where the letters are not known: `Hamburg` is no `Hamburger`. */
  readonly stems: KnownWords<readonly Sense[]>;
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

/** The same in a fifth of the memory, and as a file can hold it: each word once, and beside it numbers, by its place. */
export interface CompiledVocabulary {
  readonly words: TabledWords;
  readonly senses: SensesByPlace;
  readonly stems: SensesByPlace;
  /** 0 where there are none. */
  readonly longest: Uint8Array;
  readonly singles: Uint8Array;
  readonly parts: Uint8Array;
  readonly known: Uint8Array;
}

interface SensesByPlace {
  readonly lists: readonly (readonly Sense[])[];
  /** Which of the lists is the word's, from 1; 0 for none. */
  readonly places: Uint16Array;
}

export function compile({ senses, stems, longest, singles, parts, known }: WordsRead): CompiledVocabulary {
  const words = WordTable.of([...senses.keys(), ...stems.keys(), ...longest.keys(), ...singles, ...parts, ...known]);
  const shared = sharing();
  return {
    words: words.tabled,
    senses: listed(words, senses, shared),
    stems: listed(words, stems, shared),
    longest: counted(words, longest),
    singles: marked(words, singles),
    parts: marked(words, parts),
    known: marked(words, known),
  };
}

export function vocabularyOf({ words, senses, stems, longest, singles, parts, known }: CompiledVocabulary): Vocabulary {
  const table = new WordTable(words);
  return {
    senses: knownOf(table, senses),
    stems: knownOf(table, stems),
    longest: lengthsOf(table, longest),
    singles: setOf(table, singles),
    parts: setOf(table, parts),
    known: setOf(table, known),
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

function listed(
  words: WordTable,
  found: ReadonlyMap<string, readonly Sense[]>,
  shared: (senses: readonly Sense[]) => readonly Sense[],
): SensesByPlace {
  const lists: (readonly Sense[])[] = [];
  const known = new Map<readonly Sense[], number>();
  const places = new Uint16Array(words.size);
  for (const [word, senses] of found) {
    const list = shared(senses);
    const place = known.get(list) ?? lists.push(list);
    known.set(list, place);
    places[words.placeOf(word)] = place;
  }
  if (lists.length > 0xffff) throw new Error("the lexicon has more combinations of meanings than 16 bits can count");
  return { lists, places };
}

function counted(words: WordTable, found: ReadonlyMap<string, number>): Uint8Array {
  const counts = new Uint8Array(words.size);
  for (const [word, count] of found) counts[words.placeOf(word)] = count;
  return counts;
}

function marked(words: WordTable, some: ReadonlySet<string>): Uint8Array {
  const marks = new Uint8Array(words.size);
  for (const word of some) marks[words.placeOf(word)] = 1;
  return marks;
}

function knownOf(words: WordTable, { lists, places }: SensesByPlace): KnownWords<readonly Sense[]> {
  const get = (word: string) => lists[(places[words.placeOf(word)] ?? 0) - 1];
  return {
    get,
    has: (word) => get(word) !== undefined,
    *[Symbol.iterator]() {
      for (const [place, list] of places.entries()) if (list > 0) yield words.wordAt(place);
    },
  };
}

function lengthsOf(words: WordTable, lengths: Uint8Array): Known<number> {
  const get = (word: string) => lengths[words.placeOf(word)] || undefined;
  return { get, has: (word) => get(word) !== undefined };
}

function setOf(words: WordTable, marks: Uint8Array): WordSet {
  return {
    has: (word) => marks[words.placeOf(word)] === 1,
    *[Symbol.iterator]() {
      for (const [place, mark] of marks.entries()) if (mark === 1) yield words.wordAt(place);
    },
  };
}
