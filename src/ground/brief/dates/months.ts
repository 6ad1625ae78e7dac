import { LANGUAGES, type Language } from "../languages.ts";
import { plainOf, type Token } from "../words.ts";

/** A set of months, January being the lowest bit. */
export type Months = number;

export const NO_MONTHS: Months = 0;

/** Where a language has other names for months: `Jänner`, `setiembre`. */
const ELSEWHERE: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ["en-GB"],
  de: ["de-AT"],
  es: ["es-UY"],
  ar: ["ar-DZ", "ar-MA"],
};

/** Cases that no formatted date has: "w maju i czerwcu", "przed wrześniem". */
const INFLECTED: Readonly<Partial<Record<Language, readonly (readonly string[])[]>>> = {
  pl: [
    ["styczniu", "styczniem", "styczniowi"],
    ["lutym", "lutemu"],
    ["marcu", "marcem", "marcowi"],
    ["kwietniu", "kwietniem", "kwietniowi"],
    ["maju", "majem", "majowi"],
    ["czerwcu", "czerwcem", "czerwcowi"],
    ["lipcu", "lipcem", "lipcowi"],
    ["sierpniu", "sierpniem", "sierpniowi"],
    ["wrześniu", "wrześniem", "wrześniowi"],
    ["październiku", "październikiem", "październikowi"],
    ["listopadzie", "listopadem", "listopadowi"],
    ["grudniu", "grudniem", "grudniowi"],
  ],
};

const LONG = [{ month: "long" }, { month: "long", day: "numeric" }] as const;
const SHORT = [{ month: "short" }] as const;

const names = new Map<string, ReadonlyMap<string, number>>();

/** The months by their names, as dates have them. */
export function monthsOf(language: Language): ReadonlyMap<string, number> {
  return namesIn(language, LONG, "long");
}

/** And by their short ones, which are words as well: `Mar`, `Set`. */
export function shortMonthsOf(language: Language): ReadonlyMap<string, number> {
  return namesIn(language, SHORT, "short");
}

function namesIn(
  language: Language,
  styles: typeof LONG | typeof SHORT,
  style: "long" | "short",
): ReadonlyMap<string, number> {
  const known = names.get(`${language} ${style}`);
  if (known) return known;
  const found = new Map<string, number>();
  for (const locale of [language, ...(ELSEWHERE[language] ?? [])])
    for (const options of styles) {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
      for (let month = 0; month < 12; month++) {
        const name = format
          .formatToParts(new Date(Date.UTC(2026, month, 1)))
          .find(({ type }) => type === "month")?.value;
        if (name) found.set(plainOf(name.toLowerCase().replace(".", "")), month + 1);
      }
    }
  INFLECTED[language]?.forEach((forms, place) => {
    for (const form of forms) found.set(plainOf(form), place + 1);
  });
  names.set(`${language} ${style}`, found);
  return found;
}

const UNTIL: ReadonlySet<string> = new Set(
  "to through thru till until bis zum au a al ad hasta fino ate ao tot do حتي الي".split(" "),
);
/** Behind one of these a month is the last of several: "nur bis Ende Mai". */
const AFTER: ReadonlySet<string> = new Set("to till until bis zum hasta fino ate tot do حتي الي".split(" "));
const AND: ReadonlySet<string> = new Set("and und et y e en i oraz و".split(" "));
/** What stands beside a month's name: "mid September", "fin août", "połowy maja". */
const BESIDE: ReadonlySet<string> = new Set(
  "the of mid late early end den des ende mitte anfang d de du mi fin fins debut la el del mediados finales principios il meta fine inizio o da meados final half eind begin polowy konca poczatku met einschliesslich compris inclus incluido incluso wlacznie شهر نهايه منتصف".split(
    " ",
  ),
);
/** Further apart, two months have nothing to do with each other. */
const FARTHEST = 5;
/** "Solo a maggio", "only sold in May": beside one of these a single month is when something is sold. */
const ONLY: ReadonlySet<string> = new Set(
  "only exclusively nur ausschliesslich seulement uniquement exclusivement solo solamente unicamente exclusivamente soltanto esclusivamente unicamente so somente apenas exclusivamente alleen uitsluitend tylko wylacznie فقط حصريا حصرا".split(
    " ",
  ),
);
const WORDS_AS_WELL: ReadonlySet<string> = new Set(["may", "march", "mars", "mai", "maj"]);
const IN: ReadonlySet<string> = new Set("in im en em".split(" "));
const YEAR = /^(?:19|20)\d\d$/;
/** So many words are between them: "tylko i wyłącznie w miesiącu maju". */
const BETWEEN_ONLY = 4;

/**
 * The months that a text names from one to another, or beside each other: "November bis April", "fevereiro e março". A single one may
 * be anything, such as when something was founded, unless it is said to be the only one.
 */
export function monthsNamedIn(text: string, tokens: readonly Token[], languages: readonly Language[]): Months {
  const read = LANGUAGES.filter((language) => languages.includes(language) || language === "en");
  const monthAt = ({ kind, plain }: Token) =>
    kind !== "word"
      ? undefined
      : read
          .map((language) => monthsOf(language).get(plain) ?? namesIn(language, SHORT, "short").get(plain))
          .find(Boolean);
  let named = japaneseMonthsIn(text);
  let before: { readonly month: number; readonly index: number } | undefined;
  tokens.forEach((token, index) => {
    const month = monthAt(token);
    if (month === undefined) return;
    if (before && index - before.index <= FARTHEST)
      named |= joinedBy(tokens.slice(before.index + 1, index), text, before.month, month);
    else if (isOnlyMonth(index, tokens, read)) named |= monthsFrom([month]);
    before = { month, index };
  });
  return named;
}

function isOnlyMonth(index: number, tokens: readonly Token[], read: readonly Language[]): boolean {
  const [before, token, next] = [tokens[index - 1]?.plain ?? "", tokens[index]?.plain ?? "", tokens[index + 1]];
  // "The only one since March 1998."
  if (next?.kind === "number" && YEAR.test(next.text)) return false;
  // "Nur Dezember bis Ostern."
  if (AFTER.has(before) || UNTIL.has(next?.plain ?? "") || /^[–—-]$/.test(next?.text.trim() ?? "")) return false;
  // "You may only book whole weeks."
  if (WORDS_AS_WELL.has(token) && !IN.has(before)) return false;
  if (!read.some((language) => monthsOf(language).has(token))) return false;
  const isSaid = (step: 1 | -1): boolean => {
    for (let place = index + step, gone = 0; gone < BETWEEN_ONLY; place += step, gone++) {
      const { kind, plain } = tokens[place] ?? { kind: "break", plain: "" };
      if (kind === "break") return false;
      if (ONLY.has(plain)) return true;
    }
    return false;
  };
  return isSaid(-1) || isSaid(1);
}

function joinedBy(between: readonly Token[], text: string, from: number, to: number): Months {
  let how: "until" | "and" | undefined;
  for (const [place, { kind, plain, start, end }] of between.entries()) {
    // "24. Dezember"
    const isOrdinal = plain === "." && between[place - 1]?.kind === "number";
    if (kind === "number" || isOrdinal || BESIDE.has(plain)) continue;
    if (UNTIL.has(plain) || (kind === "break" && /^[–—-]$/.test(text.slice(start, end).trim()))) how = "until";
    else if (AND.has(plain)) how ??= "and";
    else return NO_MONTHS;
  }
  if (between.length === 0) how = "until";
  if (how === undefined) return NO_MONTHS;
  return how === "and" ? monthsFrom([from, to]) : monthsUntil(from, to);
}

/** From one to the other, over the new year where need be. */
export function monthsUntil(from: number, to: number): Months {
  const count = ((to - from + 12) % 12) + 1;
  return monthsFrom(Array.from({ length: count }, (_, index) => ((from - 1 + index) % 12) + 1));
}

export function monthsFrom(all: readonly number[]): Months {
  return all.reduce((months, month) => months | (1 << (month - 1)), NO_MONTHS);
}

const JAPANESE =
  /(?<from>\d{1,2}|[一二三四五六七八九十]{1,2})月[末初上中下旬半ば]{0,2}(?<how>から|〜|～|–|-|と|・|、)(?<to>\d{1,2}|[一二三四五六七八九十]{1,2})月/gu;
/** 「8月の全国大会期間のみ」「十二月限定」 */
const JAPANESE_ONLY = /(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:の[^。、\n月]{0,16})?(?:のみ|だけ|限定)/gu;
const KANJI = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

function japaneseMonthsIn(text: string): Months {
  let named = NO_MONTHS;
  const monthOf = (written = "") => Number(written) || KANJI.indexOf(written);
  for (const { groups } of text.matchAll(JAPANESE_ONLY)) {
    const month = monthOf(groups?.["month"]);
    if (month >= 1 && month <= 12) named |= monthsFrom([month]);
  }
  for (const { groups } of text.matchAll(JAPANESE)) {
    const [from, to] = [monthOf(groups?.["from"]), monthOf(groups?.["to"])];
    if (!from || !to || from < 0 || to < 0 || from > 12 || to > 12) continue;
    named |= "と・、".includes(groups?.["how"] ?? "") ? monthsFrom([from, to]) : monthsUntil(from, to);
  }
  return named;
}
