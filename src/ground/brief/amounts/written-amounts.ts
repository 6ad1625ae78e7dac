import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { currencyOf } from "./currency-of-word.ts";
import { SIGNS } from "./signs.ts";
import type { Page } from "./surroundings.ts";

const SCALES: readonly [id: string, factor: number][] = [
  ["hundred", 100],
  ["thousand", 1_000],
  ["ten-thousand", 10_000],
  ["lakh", 100_000],
  ["crore", 10_000_000],
  ["million", 1_000_000],
];

export function scaleOf(mention: Mention): number {
  return SCALES.find(([id]) => has(mention, "money", id))?.[1] ?? 1;
}

export function scaleBehind(token: Token, words: readonly Mention[]): Mention | undefined {
  return words.find((one) => one.start - token.end >= 0 && one.start - token.end <= 1 && scaleOf(one) !== 1);
}

/** Where an amount as it is written ends: behind its scale, the point of "Mio." and the dash of "28,– €". */
export function endOf(token: Token, scale: Mention | undefined, text: string): number {
  const end = scale?.end ?? token.end;
  const [rest = ""] = (scale ? ABBREVIATED : NO_CENTS).exec(text.slice(end, end + 3)) ?? [];
  return end + rest.length;
}

const ABBREVIATED = /^\.(?=\s)/;
const NO_CENTS = /^[.,][-–—](?!\d)/;

/** "Four pounds fifty", "deux francs cinquante": the currency, and an "and". */
export const MOST_BETWEEN = 3;
const ONLY_AND = /^\s(?:(?:and|und|et|y|e|en|i|con)\s)?$/iu;

/** What is said behind the currency of a number: its hundredths. */
export function centsBehind(token: Token, { text, tokens, words, countries }: Page): Token | undefined {
  if (token.kind !== "number") return undefined;
  const currency =
    words.find(
      (word) => currencyOf(word, countries) !== undefined && word.start - token.end === 1 && word.start > token.end,
    ) ?? tokens.find(({ text: sign, start }) => sign in SIGNS && start >= token.end && start - token.end <= 1);
  const next = currency && tokens.find(({ kind, start }) => kind === "number" && start > currency.end);
  if (!next || numberIn(next.text) < 5 || numberIn(next.text) > 99) return undefined;
  const isInDigits = /^\p{Nd}/u.test(text.slice(next.start));
  if (isInDigits && !isOnlyCents(token, next, words, text)) return undefined;
  return ONLY_AND.test(text.slice(currency.end, next.start)) ? next : undefined;
}

/** "12 € 50 le mille", and not "12 € 30 days": behind two digits the clause ends, or says what the price is of. */
function isOnlyCents(token: Token, { start, end, text: digits }: Token, words: readonly Mention[], text: string) {
  if (!/^\d\d$/.test(digits) || !/^\d{1,3}$/.test(token.text)) return false;
  if (/^\s?(?:[.,;)!?\n]|$)/.test(text.slice(end, end + 2)) && start - token.end <= MOST_BETWEEN) return true;
  return words.some(
    (word) =>
      word.start > end &&
      OF.test(text.slice(end, word.start)) &&
      (has(word, "money", "cpm") || has(word, "money", "ceiling")),
  );
}

const OF = /^\s(?:(?:de|du|di|do|of|per|pro|je|par|por)\s)?$/iu;

/** All that stands between the two numbers of a range. */
export const RANGE =
  /^\s?(?:k|tsd\.?|tys\.?|mila|mil)?\s?(?:円|ドル|ユーロ|[€£¥$]|[A-Z]{3}|euros?)?\s?(?:and|und|et|y|e|en|i|a|to|bis|à|hasta|até|tot|do|–|-|〜|~|から|و|إلى)\s?(?:[A-Z]{2,3}\s?|[A-Z]{0,2}\$|[€£¥])?\s?$/;

/** In characters: " euros and USD ". */
const LONGEST_RANGE = 16;

export function isNumberBefore(one: Token, token: Token, text: string): boolean {
  return (
    one.kind === "number" && token.start - one.end <= LONGEST_RANGE && RANGE.test(text.slice(one.end, token.start))
  );
}

/** The second is at most so many tokens behind: "10 EUR to USD 20". */
export const MOST_OF_RANGE = 4;

export function isRange(token: Token, behind: readonly Token[], text: string): boolean {
  const next = behind.find(({ kind }) => kind === "number");
  return next !== undefined && isNumberBefore(token, next, text);
}

/** `1.500,50`, `1,500.50`, `12,5`, `20.000`, in Spain `8'50`: three digits behind a lone mark are thousands. */
export function numberIn(written: string): number {
  const text = written.replace(CENTS, ".$1").replaceAll(/[^\d.,]/g, "");
  const marks = text.match(/[.,]/g) ?? [];
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return Number(text);
  const isMixed = new Set(marks).size > 1;
  const isThousands = !isMixed && (marks.length > 1 || text.length - last - 1 === 3);
  if (isThousands) return Number(text.replaceAll(/[.,]/g, ""));
  return Number(`${text.slice(0, last).replaceAll(/[.,]/g, "")}.${text.slice(last + 1)}`);
}

const CENTS = /['’](\d\d?)$/;
