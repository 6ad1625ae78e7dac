import type { Language } from "./languages.ts";
import { lexicon } from "./lexicon/lexicon.ts";

const SHORTEST = 5;
const LONGEST = 24;
/** From this length on, a word with two errors is still the same word. */
const LONG = 9;
/** Up to this length, a word with another letter is usually another word: `boots`, `books`. */
const SHORT = 6;

/** Every word of a language under each of its spellings with one letter omitted. */
const tables = new Map<string, ReadonlyMap<string, readonly string[]>>();

/**
 * The intended word, if one in the vocabulary is one typing error away: an extra, missing, wrong or transposed letter.
 * The first letter must be right, as it usually is. Undefined if there are several.
 */
export function meantBy(word: string, language: Language, among: "singles" | "parts" = "singles"): string | undefined {
  if (word.length < SHORTEST || word.length > LONGEST) return undefined;
  const table = tables.get(`${language} ${among}`) ?? tableOf(language, among);
  const candidates = new Set([word, ...withoutOne(word)].flatMap((form) => table.get(form) ?? []));
  const near = [...candidates]
    .filter((one) => one[0] === word[0])
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

function tableOf(language: Language, among: "singles" | "parts"): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const word of lexicon().vocabularyOf(language)[among]) {
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    for (const form of [word, ...withoutOne(word)]) table.set(form, [...(table.get(form) ?? []), word]);
  }
  tables.set(`${language} ${among}`, table);
  return table;
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
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
