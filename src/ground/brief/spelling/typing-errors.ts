import { isCurrency } from "../amounts/currency-of-word.ts";
import type { Language } from "../languages.ts";
import { lexicon, type Sense } from "../lexicon/lexicon.ts";

const LONGEST = 24;
/** From this length on, a word with two errors is still the same word. */
const LONG = 9;
/** Up to this length, a word with another letter is usually another word: `boots`, `books`. */
const SHORT = 6;

/** The words of a language by their first letter and their length: those that a misspelt word can be are few. */
type Shelves = ReadonlyMap<string, readonly string[]>;

const shelves = new Map<string, Shelves>();

/** The words that one may be meant to be. */
export interface Words {
  readonly name: string;
  /** A shorter one is taken as it is written. */
  readonly shortest: number;
  /** Whether short ones are also meant where the key beside the right one was hit. */
  readonly slipsOfKeys?: true;
  in(language: Language): Iterable<string>;
}

/** The single words of the lexicon. */
export const SINGLES: Words = { name: "singles", shortest: 5, in: (language) => lexicon().singlesOf(language) };

/** What media and formats are called: five letters, of which one may be missing. */
export const MEDIA: Words = {
  name: "media",
  shortest: 4,
  slipsOfKeys: true,
  in: (language) => singlesThat(language, (word, is) => word.length > MEDIA.shortest && is(["channel", "format"])),
};

/** What markets and languages are called. Of towns and regions only longer names, which few words are like. */
export const MARKETS: Words = {
  name: "markets",
  shortest: 5,
  slipsOfKeys: true,
  in: (language) =>
    singlesThat(
      language,
      (word, is) =>
        (word.length >= MARKETS.shortest && is(["country", "language", "property"])) ||
        (word.length > LONG_NAME && is(["region", "city"])),
    ),
};
const LONG_NAME = 6;

/** What follows a number: `9 ero`. No other short name is common enough for what is like it to be meant. */
export const CURRENCIES: Words = {
  name: "currencies",
  shortest: 3,
  slipsOfKeys: true,
  in: (language) =>
    singlesThat(language, (word, is) =>
      is(["money"], (id) => (word.length > SHORT_NAME ? isCurrency(id) : id === "EUR")),
    ),
};
const SHORT_NAME = 4;

type IsSome = (kinds: readonly Sense["kind"][], isOne?: (id: string) => boolean) => boolean;

function* singlesThat(language: Language, isWanted: (word: string, is: IsSome) => boolean): Generator<string> {
  const { singles, senses } = lexicon().vocabularyOf(language);
  for (const word of singles) {
    const is: IsSome = (kinds, isOne = () => true) =>
      senses.get(word)?.some(({ kind, id, isHint }) => !isHint && kinds.includes(kind) && isOne(id)) ?? false;
    if (isWanted(word, is)) yield word;
  }
}

/** What the forms of a word share, for languages with many. */
export const STEMS: Words = { name: "stems", shortest: 5, in: (language) => lexicon().vocabularyOf(language).stems };

/** The same for a text with many typing errors, in which what looks like one is one more likely. */
export const HASTY_SINGLES: Words = { ...SINGLES, name: "hasty singles", slipsOfKeys: true };

/**
 * The intended word, if one in the vocabulary is one typing error away: an extra, missing, wrong or transposed letter.
 * The first letter must be right, as it usually is. Undefined if there are several.
 */
export function meantBy(word: string, language: Language, words: Words = SINGLES): string | undefined {
  return allMeantBy(word, language, words)[0];
}

/** All words that are so near, the likeliest first. */
export function allMeantBy(word: string, language: Language, words: Words): readonly string[] {
  if (word.length < words.shortest || word.length > LONGEST) return [];
  const known = shelves.get(`${language} ${words.name}`) ?? shelvesOf(language, words);
  // In most languages here an `h` is not heard.
  if (known.get(shelfOf("h", word.length + 1))?.includes(`h${word}`)) return [`h${word}`];
  return [word.length - 1, word.length, word.length + 1]
    .flatMap((length) => known.get(shelfOf(word, length)) ?? [])
    .filter((one) => isOneLetterOff(word, one))
    .map((one) => ({ one, slips: slipsBetween(word, one) }))
    .filter(
      ({ one, slips }) =>
        slips <= (word.length >= LONG ? 2 : 1) &&
        (word.length > SHORT ||
          isNoExchange(word, one) ||
          soundsAlike(word, one) ||
          (words.slipsOfKeys === true && isNextKey(word, one))),
    )
    .sort((a, b) => a.slips - b.slips || (a.one < b.one ? -1 : 1))
    .map(({ one }) => one);
}

/** One of the words that a finger slipped in writing. */
export function slipOf(word: string, language: Language, words: Words): string | undefined {
  const meant = meantBy(word, language, words);
  return meant !== undefined && isSlip(word, meant) ? meant : undefined;
}

/**
 * Whether letters are missing, too many or in each other's place. With another letter it is another word more often than
 * not, as French `éditons` and `évitons`, and what differs at the end only is another form or word, as `gegend` and `gegen`.
 */
export function isSlip(word: string, other: string): boolean {
  if (isNextKey(word, other)) return word.at(-1) === other.at(-1);
  if (!isNoExchange(word, other)) return false;
  if (word.length === other.length) return word.at(-1) === other.at(-1) || word.at(-1) === other.at(-2);
  return !word.startsWith(other) && !other.startsWith(word);
}

/** A letter too many or too few, or two in each other's place. */
function isNoExchange(word: string, other: string): boolean {
  return word.length !== other.length || lettersOf(word) === lettersOf(other);
}

/** The rows of a keyboard; German ones have Y and Z in each other's place. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** A finger hit the key beside the right one: `emaol`. */
function isNextKey(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  const at = Array.from(word).findIndex((letter, place) => letter !== other[place]);
  if (at < 0 || word.slice(at + 1) !== other.slice(at + 1)) return false;
  return ROWS.some((row) => Math.abs(placeIn(row, word.charAt(at)) - placeIn(row, other.charAt(at))) === 1);
}

function placeIn(row: string, letter: string): number {
  const place = row.indexOf(letter);
  return place < 0 ? Number.NaN : place;
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/[yj]/g, "i"],
  [/v/g, "b"],
  [/[zç]/g, "s"],
  [/qu?/g, "k"],
  [/c(?=[ei])/g, "s"],
  [/c/g, "k"],
  [/h/g, ""],
];

/** People who write by ear mix up the letters of one sound: `suisa`, `segros`. */
function soundsAlike(word: string, other: string): boolean {
  return soundOf(word) === soundOf(other);
}

function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [letters, one]) => sound.replaceAll(letters, one), word);
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join("");
}

function shelvesOf(language: Language, words: Words): Shelves {
  const made = new Map<string, string[]>();
  for (const word of words.in(language)) {
    if (word.length < words.shortest || word.length > LONGEST) continue;
    const shelf = shelfOf(word, word.length);
    const others = made.get(shelf);
    if (others) others.push(word);
    else made.set(shelf, [word]);
  }
  shelves.set(`${language} ${words.name}`, made);
  return made;
}

function shelfOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** Whether the words are the same once each lacks one letter at most: what differs between them begins and ends with that. */
export function isOneLetterOff(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > start && endOfB > start && a.charCodeAt(endOfA - 1) === b.charCodeAt(endOfB - 1)) {
    endOfA--;
    endOfB--;
  }
  const [ofA, ofB] = [a.slice(start, endOfA), b.slice(start, endOfB)];
  if (ofA.length === 0 || ofB.length === 0) return ofA.length + ofB.length <= 1;
  return ofA.slice(1) === ofB.slice(0, -1) || ofA.slice(0, -1) === ofB.slice(1);
}

/** Damerau's distance, between words that are no longer than `LONGEST`. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
