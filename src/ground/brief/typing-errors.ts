import type { Language } from "./languages.ts";
import { lexicon } from "./lexicon/lexicon.ts";

const SHORTEST = 5;
const LONGEST = 24;
/** From this length on, a word with two errors is still the same word. */
const LONG = 9;
/** Up to this length, a word with another letter is usually another word: `boots`, `books`. */
const SHORT = 6;

/** The words of a language by their first letter and their length: those that a word is compared with are few. */
const shelves = new Map<string, ReadonlyMap<string, readonly string[]>>();

/**
 * The intended word, if one in the vocabulary is one typing error away: an extra, missing, wrong or transposed letter.
 * The first letter must be right, as it usually is. Undefined if there are several.
 */
export function meantBy(word: string, language: Language, among: "singles" | "parts" = "singles"): string | undefined {
  if (word.length < SHORTEST || word.length > LONGEST) return undefined;
  const shelf = shelves.get(`${language} ${among}`) ?? shelfOf(language, among);
  const near = [word.length - 1, word.length, word.length + 1]
    .flatMap((length) => shelf.get(placeOf(word, length))?.filter((one) => isNear(word, one)) ?? [])
    .map((one) => ({ one, slips: slipsBetween(word, one) }))
    .filter(
      ({ one, slips }) => slips <= (word.length >= LONG ? 2 : 1) && (word.length > SHORT || isNoExchange(word, one)),
    )
    .sort((a, b) => a.slips - b.slips || (a.one < b.one ? -1 : 1));
  return near[0]?.one;
}

/** A letter too many or too few, or two in each other's place. */
function isNoExchange(word: string, other: string): boolean {
  return word.length !== other.length || lettersOf(word) === lettersOf(other);
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join("");
}

function shelfOf(language: Language, among: "singles" | "parts"): ReadonlyMap<string, readonly string[]> {
  const { vocabularyOf, singlesOf } = lexicon();
  const words = [...(among === "singles" ? singlesOf(language) : vocabularyOf(language).parts)];
  const shelf = Map.groupBy(
    words.filter(({ length }) => length >= SHORTEST && length <= LONGEST),
    (word) => placeOf(word, word.length),
  );
  shelves.set(`${language} ${among}`, shelf);
  return shelf;
}

function placeOf(word: string, length: number): string {
  return `${word[0]}${length}`;
}

/** Whether both become the same word if each loses one letter at most. */
function isNear(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start++;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.length - start - end, b.length - start - end];
  if (left !== right) return left + right === 1;
  // What differs begins and ends with different letters: one word loses its first of them, and the other its last.
  const loses = (one: string, other: string) =>
    one[start + 1] === other[start] && one.startsWith(other.slice(start, other.length - end - 1), start + 1);
  return left < 2 || loses(a, b) || loses(b, a);
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
