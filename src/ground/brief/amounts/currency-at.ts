import { codeAt } from "./currency-code.ts";
import { currencyOf } from "./currency-of-word.ts";
import { behindAbbreviation, FULL_STOP, gapOf, isCalledCpm } from "./near-words.ts";
import { dollarAt, SIGNS } from "./signs.ts";
import type { Page } from "./surroundings.ts";
import { RANGE, scaleBehind } from "./written-amounts.ts";

/** The currency that is written beside a number. */
export function currencyAt(start: number, end: number, page: Page): string | undefined {
  const { text, tokens, words, countries } = page;
  const lettered = LETTERED.exec(text.slice(end, end + LONGEST_LETTERED));
  if (lettered) return dollarAt(end + lettered[0].length - 1, end + lettered[0].length, text);
  const sign = tokens.find(
    (one) =>
      one.kind === "sign" &&
      one.text in SIGNS &&
      (gapOf(one.end, start) <= 1 || gapOf(end, one.start) <= 1) &&
      !isOfNumberBefore(one, start, page),
  );
  if (sign) return dollarAt(sign.start, sign.end, text) ?? SIGNS[sign.text];
  const near = words.find((word) => {
    // "350 TEUR": the scale is of the currency.
    if (word.start < end && word.end === end && word.start > start) return currencyOf(word, countries) !== undefined;
    // دولارين: the dual says how many, and of what.
    if (word.start === start && word.end >= end) return currencyOf(word, countries) !== undefined;
    if (isDenominated(word.end, start, text)) return currencyOf(word, countries) !== undefined;
    const isAfter = word.start >= end;
    const gap = isAfter ? gapOf(end, word.start) : gapOf(word.end, start);
    // "1.5 millions d'euros", "50 mil de dólares".
    if (isAfter && JOINED.test(text.slice(end, word.start))) return currencyOf(word, countries) !== undefined;
    // "DOOH FR 30k": what the text has as a country is no franc.
    if (text.slice(word.start, word.end) === "FR" && countries.has("FR")) return false;
    if (gap > 2 || currencyOf(word, countries) === undefined || isOfNumberBefore(word, start, page)) return false;
    return !FULL_STOP.test(behindAbbreviation(word, text.slice(word.end, start)));
  });
  if (near) return currencyOf(near, countries);
  return (
    codeAt(start, end, text) ??
    signOfRange(start, text) ??
    (TYPED_EURO.test(text.slice(end)) && isCalledCpm(start, end, page) ? "EUR" : undefined)
  );
}

/** "$50-70": the sign before a range is of both its ends. */
function signOfRange(start: number, text: string): string | undefined {
  const before = text.slice(Math.max(0, start - LONGEST_RANGE), start);
  const found = BEFORE_RANGE.exec(before);
  if (!found) return undefined;
  const at = start - before.length + found.index;
  return dollarAt(at, at + 1, text) ?? SIGNS[found[1] ?? ""];
}

/** In characters. */
const LONGEST_RANGE = 16;
const BEFORE_RANGE = /([€$£¥])\s?\d[\d.,]{0,8}\s?[-–—]\s?$/u;

/** "20 000 US$". */
const LETTERED = /^\s?(?:US|CA|AU|NZ|HK|MX|R|A|C|S)\$/;
/** In characters. */
const LONGEST_LETTERED = 4;

/** "max 5e cpm", "cpm 10 eu max". */
const TYPED_EURO = /^(?:e|\s?eu)(?![\p{L}\d])/iu;
const JOINED = /^\s?(?:d['’]|de|di)\s?$/;

/** 「ポンド建てCPM15」 */
function isDenominated(currencyEnd: number, start: number, text: string): boolean {
  return start - currencyEnd <= DENOMINATED && /^建て[^\p{Nd}。、]*$/u.test(text.slice(currencyEnd, start));
}

/** In characters, from the currency to its number. */
const DENOMINATED = 16;

/** "5 000 euros, 12 décembre": the currency is that of the number before it, and the next number is a day. */
function isOfNumberBefore(currency: { start: number; end: number }, start: number, page: Page): boolean {
  const { text, tokens, words } = page;
  if (currency.end > start || RANGE.test(text.slice(currency.end, start))) return false;
  return tokens.some((token) => {
    if (token.kind !== "number" || token.end > currency.start) return false;
    const between = text.slice(scaleBehind(token, words)?.end ?? token.end, currency.start);
    return /^\s?$/.test(between) || JOINED.test(between);
  });
}
