import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { NEAR, type Page } from "./surroundings.ts";

/** Behind an abbreviation there is none: "CPM máx. 8 €". */
export const FULL_STOP = /[;!?\n。؛؟]|(?<!(?:^|\P{L})\p{L}{1,4})\.|\.(?!\s*\p{Sc}?\s*$)/u;
export const BREAK = /[.,;:!?\n。、，؛؟]/u;

/** How often as far as others a word may be from its number. */
const REACHES: Readonly<Record<string, number>> = { cpm: 3, budget: 2, limit: 3 };
/** "18 euros is the absolute maximum" is of one clause. */
const BREAK_BUT_COLON = /[.,;!?\n()。、，،؛؟]/u;

/** A ceiling may also follow the number: "20 EUR max", 「20ユーロ以下」. */
export function isNear(id: string, start: number, end: number, page: Page): boolean {
  return wordsNear(id, start, end, page).length > 0;
}

export function wordsNear(id: string, start: number, end: number, { text, words, tokens }: Page): Mention[] {
  const reach = NEAR * (REACHES[id] ?? 1);
  const isFar = (between: string) => between.length > NEAR * 2 && id === "cpm" && BREAK.test(between);
  const apart = id === "limit" ? BREAK_BUT_COLON : FULL_STOP;
  return words.filter((word) => {
    if (!has(word, "money", id)) return false;
    const between =
      word.end <= start ? behindAbbreviation(word, text.slice(word.end, start)) : text.slice(end, word.start);
    const isBetween = word.end <= start || word.start >= end;
    if (isBetween && word.end <= start && (INTO_BRACKETS.test(between) || isOfNumberBefore(word, text))) return false;
    if (!isBetween || between.length > reach || isFar(between) || apart.test(between) || /\p{Nd}/u.test(between))
      return false;
    if (word.start >= end && OUT_OF_BRACKETS.test(between)) return false;
    if (word.start >= end && BOUNDS.has(id) && isOfNumberBehind(word, between, text, tokens)) return false;
    return word.start < end || !(NEXT_SENTENCE.test(between) && CAPITAL.test(text.slice(word.start, word.start + 1)));
  });
}

/** "At most 6 (for comparison: 9)". */
const OUT_OF_BRACKETS = /^[^()（）]*[)）][^()（）]{5,}$/u;
const INTO_BRACKETS = /[(（][^()（）]{5,}$/u;

/** Japanese says behind a number that it is a bound: 「6ポンド以内、平均9ポンド」. */
function isOfNumberBefore({ start }: Mention, text: string): boolean {
  return POSTPOSED.test(text.slice(Math.max(0, start - 8), start + 1));
}

const POSTPOSED = /\p{Nd}[^\p{Nd}\s、,（(]{0,6}[\p{sc=Han}\p{sc=Hiragana}]$/u;

const BOUNDS: ReadonlySet<string> = new Set(["ceiling", "floor", "limit", "exceed"]);

/** "24 euros, and our limit is 19": it is nearer to the next number, and in its clause. */
function isOfNumberBehind({ end }: Mention, between: string, text: string, tokens: readonly Token[]): boolean {
  const next = tokens.find(({ kind, start }) => kind === "number" && start >= end);
  if (!next || next.start - end > NEAR || next.start - end >= between.length) return false;
  return !BREAK.test(text.slice(end, next.start));
}

/** "9 euro. Ogni mille persone": what is written so ends a sentence, though "max. CPM" does not. */
const NEXT_SENTENCE = /(?<!(?:^|\P{L})(?:max|maxi|maks|máx|mio|tsd|mln|tys|fr|min|net|brut))\.\s+$/iu;
const CAPITAL = /\p{Lu}/u;

/** The full stop of "max." ends no sentence. */
export function behindAbbreviation({ start, end }: Mention, between: string): string {
  return end - start <= 4 ? between.replace(/^\./, " ") : between;
}

/** "From 1 December, CPM below 8": the price is the 8. */
export function isCalledCpm(start: number, end: number, page: Page): boolean {
  const { text, tokens } = page;
  const isOfNext = (word: Mention) =>
    tokens.some((one) => {
      const gap = gapOf(word.end, one.start);
      return one.kind === "number" && gap <= NEAR && !BREAK.test(text.slice(word.end, one.start));
    });
  return wordsNear("cpm", start, end, page).some((word) => {
    if (word.end <= start || word.start - end <= 2) return true;
    return !BREAK.test(text.slice(end, word.start)) && !isOfNext(word);
  });
}

export function gapOf(from: number, to: number): number {
  return to >= from ? to - from : Number.POSITIVE_INFINITY;
}
