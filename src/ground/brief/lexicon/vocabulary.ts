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
  /** Those of them that are written with an umlaut. */
  readonly umlauts: WordSet;
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
  readonly umlauts: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** The same in a fifth of the memory, and as a file can hold it: each word once, and beside it numbers, by its place. */
export interface CompiledVocabulary {
  readonly words: TabledWords;
  readonly senses: SensesByPlace;
  readonly stems: SensesByPlace;
  /** Whether a word is a single, a part, known or has an umlaut, a bit each, and above them its longest phrase, 0 if it begins none. */
  readonly traits: Uint16Array;
}

const SINGLE = 1;
const PART = 2;
const KNOWN = 4;
const UMLAUT = 8;
const LENGTH_BITS = 4;
const LONGEST_PHRASE = 0xffff >> LENGTH_BITS;

interface SensesByPlace {
  readonly lists: readonly (readonly Sense[])[];
  /** Which of the lists is the word's, from 1; 0 for none. */
  readonly places: Uint16Array;
}

export function compile(read: WordsRead, shared: SharedSenses): CompiledVocabulary {
  const { senses, stems, longest, singles, parts, known } = read;
  const words = WordTable.of([...senses.keys(), ...stems.keys(), ...longest.keys(), ...singles, ...parts, ...known]);
  return {
    words: words.tabled,
    senses: listed(words, senses, shared),
    stems: listed(words, stems, shared),
    traits: traitsOf(words, read),
  };
}

export function vocabularyOf({ words, senses, stems, traits }: CompiledVocabulary): Vocabulary {
  const table = new WordTable(words);
  return {
    senses: knownOf(table, senses),
    stems: knownOf(table, stems),
    longest: lengthsOf(table, traits),
    singles: setOf(table, traits, SINGLE),
    umlauts: setOf(table, traits, UMLAUT),
    parts: setOf(table, traits, PART),
    known: setOf(table, traits, KNOWN),
  };
}

export type SharedSenses = (senses: readonly Sense[]) => readonly Sense[];

/** Gives those that say the same the same object: many words, of all languages, have the same few meanings. */
export function sharing(): SharedSenses {
  const [lists, each] = [new Map<string, readonly Sense[]>(), new Map<string, Sense>()];
  return (senses) => firstLike(senses, lists, () => senses.map((sense) => firstLike(sense, each, () => sense)));
}

function firstLike<T>(one: T, known: Map<string, T>, make: () => T): T {
  const key = JSON.stringify(one);
  const first = known.get(key) ?? make();
  known.set(key, first);
  return first;
}

function listed(words: WordTable, found: ReadonlyMap<string, readonly Sense[]>, shared: SharedSenses): SensesByPlace {
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

function traitsOf(words: WordTable, { longest, singles, umlauts, parts, known }: WordsRead): Uint16Array {
  const traits = new Uint16Array(words.size);
  const mark = (word: string, bits: number) => {
    const place = words.placeOf(word);
    traits[place] = (traits[place] ?? 0) | bits;
  };
  for (const word of singles) mark(word, SINGLE);
  for (const word of parts) mark(word, PART);
  for (const word of known) mark(word, KNOWN);
  for (const word of umlauts) mark(word, UMLAUT);
  for (const [word, length] of longest) {
    if (length > LONGEST_PHRASE) throw new Error(`a phrase of the lexicon that begins with ${word} is too long`);
    mark(word, length << LENGTH_BITS);
  }
  return traits;
}

function knownOf(words: WordTable, { lists, places }: SensesByPlace): KnownWords<readonly Sense[]> {
  const get = (word: string) => lists[(places[words.placeOf(word)] ?? 0) - 1];
  return {
    get,
    has: (word) => get(word) !== undefined,
    *[Symbol.iterator]() {
      let place = 0;
      for (const word of words) if (places[place++]) yield word;
    },
  };
}

function lengthsOf(words: WordTable, traits: Uint16Array): Known<number> {
  const get = (word: string) => (traits[words.placeOf(word)] ?? 0) >> LENGTH_BITS || undefined;
  return { get, has: (word) => get(word) !== undefined };
}

function setOf(words: WordTable, traits: Uint16Array, bit: number): WordSet {
  return {
    has: (word) => ((traits[words.placeOf(word)] ?? 0) & bit) !== 0,
    *[Symbol.iterator]() {
      let place = 0;
      for (const word of words) if ((traits[place++] ?? 0) & bit) yield word;
    },
  };
}
