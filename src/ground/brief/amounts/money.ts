import type { Chip } from "../chip.ts";
import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { isDenied, isOnlyWelcome, WELCOME } from "./aims.ts";
import { ONLY_CEILING, withCeilings, withCorrections } from "./bounds-of-prices.ts";
import { codeAt } from "./currency-code.ts";
import { currencyOf } from "./currency-of-word.ts";
import { highestCpm } from "./highest-cpm.ts";

/** The word that explains a number is at most this many characters away. */
const NEAR = 16;
const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" };
const SCALES: readonly [id: string, factor: number][] = [
  ["hundred", 100],
  ["thousand", 1_000],
  ["ten-thousand", 10_000],
  ["million", 1_000_000],
];
/** Behind an abbreviation there is none: "CPM máx. 8 €". */
const FULL_STOP = /[;!?\n。؛؟]|(?<!(?:^|\P{L})\p{L}{1,4})\.|\.(?!\s*\p{Sc}?\s*$)/u;

/** Price ceilings and budgets: numbers next to a currency, "CPM" or "budget". */
export function moneyIn(text: string, tokens: readonly Token[], { content, scope }: Mentions): Chip[] {
  const words = scope.filter((mention) => has(mention, "money"));
  const of = (id: string) => scope.filter((mention) => has(mention, "scope", id));
  const unpaid = [...of("unpaid"), ...negated(of("pays"), of("negator"), text)];
  const costs = of("costs");
  const negators = [...of("negator"), ...unpaid];
  const refused = [...unpaid, ...of("rejection"), ...of("postnegator"), ...of("drops")];
  const page: Page = { text, tokens, words, negators, unpaid: refused, costs, countries: countriesOf(content) };
  const amounts = tokens.flatMap((token, index) =>
    token.kind === "number" ? (amountAt(token, surroundingsOf(token, index, page)) ?? []) : [],
  );
  const bounds = withCorrections(withCeilings(amounts, text), of("correction"));
  return bounds.map((one) => (isOnlyWelcome(one, text) ? { ...one, certainty: WELCOME } : one));
}

function countriesOf(content: readonly Mention[]): ReadonlySet<string> {
  const places = content.flatMap(({ senses }) => senses.filter(({ kind }) => kind === "country" || kind === "city"));
  return new Set(places.flatMap(({ kind, id }) => lineOf(kind, id)?.values ?? []));
}

/** "We will pay in no case": a verb of paying with a negator in its clause. */
function negated(verbs: readonly Mention[], negators: readonly Mention[], text: string): Mention[] {
  const isNear = (one: Mention, other: Mention) => {
    const [from, to] = one.end <= other.start ? [one.end, other.start] : [other.end, one.start];
    return to - from <= NEAR * 2 && !BREAK.test(text.slice(from, to));
  };
  return verbs.filter((verb) => negators.some((one) => isNear(one, verb)));
}

/** "More than 15 euros we do not pay": a floor of what is refused is a ceiling. */
function isUnpaid(end: number, { text, unpaid }: Page): boolean {
  return unpaid.some(({ start }) => {
    if (start < end || start - end > NEAR * 3) return false;
    const between = text.slice(end, start);
    return !FULL_STOP.test(between) && !/\p{Nd}/u.test(between);
  });
}

interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly Mention[];
  readonly negators: readonly Mention[];
  readonly unpaid: readonly Mention[];
  /** Verbs of what a thing costs. */
  readonly costs: readonly Mention[];
  readonly countries: ReadonlySet<string>;
}

/** Nothing further away says anything of a number: a text of many would take long if each were compared with every word. */
const FURTHEST = 64;
const MOST_TOKENS = 16;

function surroundingsOf({ start, end }: Token, index: number, page: Page): Page {
  const near = (mentions: readonly Mention[]) =>
    mentions.filter((one) => one.start <= end + FURTHEST && one.end >= start - FURTHEST);
  const { tokens, words, negators, unpaid, costs } = page;
  return {
    ...page,
    tokens: tokens.slice(Math.max(0, index - MOST_TOKENS), index + MOST_TOKENS + 1),
    words: near(words),
    negators: near(negators),
    unpaid: near(unpaid),
    costs: near(costs),
  };
}

function amountAt(token: Token, page: Page): Chip | undefined {
  const { tokens, words } = page;
  const index = tokens.indexOf(token);
  if (tokens[index + 1]?.text === "%") return undefined;
  const scale = scaleBehind(token, words);
  const end = scale?.end ?? token.end;
  const currency = currencyAt(token.start, end, page);
  if (tokens.slice(Math.max(0, index - MOST_BETWEEN), index).some((one) => centsBehind(one, page) === token))
    return undefined;
  const cents = centsBehind(token, page);
  // "Between 5 and 12 euros": the second number is the ceiling, and what is said of either is said of it.
  if (isRange(token, tokens[index + 1], tokens[index + 2], page.text)) return undefined;
  const first = tokens.slice(Math.max(0, index - 2), index).find((one) => isNumberBefore(one, token, page.text));
  const start = first?.start ?? token.start;
  const [cpm, budget] = ["cpm", "budget"].map((id) => isNear(id, start, end, page));
  const { ceiling, floor } = boundAt(start, end, page);
  if (floor && !ceiling && !first && !isUnpaid(end, page)) return undefined;
  // A number in words is an amount where its currency follows: "two podcasts at a CPM of …" is none.
  if (!currency && (!/^\d/.test(page.text.slice(token.start)) || !isCalledCpm(start, end, page))) return undefined;
  const amount = numberIn(token.text) * (scale ? scaleOf(scale) : 1) + (cents ? numberIn(cents.text) / 100 : 0);
  if (!(amount > 0)) return undefined;
  // "A jar costs less than 15 euros."
  if (!cpm && isPrice(start, page)) return undefined;
  const isCpm = amount <= highestCpm(currency) && ((cpm && ceiling) || (!scale && (cpm || (ceiling && !budget))));
  return {
    kind: isCpm ? "maxCpm" : "budget",
    value: String(Number(amount.toFixed(2))),
    concept: isCpm ? "maxCpm" : "budget",
    negated: false,
    span: { start: token.start, end },
    certainty: isCpm ? (cpm ? (ceiling ? 0.95 : 0.7) : ONLY_CEILING) : budget ? 0.9 : 0.6,
    ...(currency && { currency }),
  };
}

function isPrice(start: number, { text, costs }: Page): boolean {
  return costs.some(({ end }) => end <= start && start - end <= NEAR * 2 && !FULL_STOP.test(text.slice(end, start)));
}

/** "Four pounds fifty", "deux francs cinquante": the currency, and an "and". */
const MOST_BETWEEN = 3;
const ONLY_AND = /^\s(?:(?:and|und|et|y|e|en|i)\s)?$/iu;

/** What is said behind the currency of a number, in words: its hundredths. */
function centsBehind(token: Token, { text, tokens, words, countries }: Page): Token | undefined {
  if (token.kind !== "number") return undefined;
  const currency = words.find(
    (word) => currencyOf(word, countries) !== undefined && word.start - token.end === 1 && word.start > token.end,
  );
  const next = currency && tokens.find(({ kind, start }) => kind === "number" && start > currency.end);
  if (!next || /^\p{Nd}/u.test(text.slice(next.start)) || numberIn(next.text) < 5 || numberIn(next.text) > 99)
    return undefined;
  return ONLY_AND.test(text.slice(currency.end, next.start)) ? next : undefined;
}

function scaleBehind(token: Token, words: readonly Mention[]): Mention | undefined {
  return words.find((one) => one.start - token.end >= 0 && one.start - token.end <= 1 && scaleOf(one) !== 1);
}

/** All that stands between the two numbers of a range. */
const RANGE =
  /^\s*(?:円|ドル|ユーロ|€|£|\$)?(?:and|und|et|y|e|en|i|a|to|bis|à|hasta|até|tot|do|–|-|〜|~|から|و|إلى)\s*$/i;

function isNumberBefore(one: Token, token: Token, text: string): boolean {
  return one.kind === "number" && token.start - one.end <= 8 && RANGE.test(text.slice(one.end, token.start));
}

function isRange(token: Token, next: Token | undefined, last: Token | undefined, text: string): boolean {
  return [next, last].some((one) => one?.kind === "number" && isNumberBefore(token, one, text));
}

/** "From 1 December, CPM below 8": the price is the 8. */
function isCalledCpm(start: number, end: number, page: Page): boolean {
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

const BREAK = /[.,;:!?\n。、،؛؟]/u;

/** Which way a number is a bound: "not over 14" is a ceiling, and "not under 5" is none. */
function boundAt(start: number, end: number, page: Page): { ceiling: boolean; floor: boolean } {
  const bounds = ["ceiling", "floor"] as const;
  const found = { ceiling: false, floor: false };
  for (const [bound, other] of [bounds, bounds.toReversed()] as const) {
    for (const word of wordsNear(bound, start, end, page)) {
      const isOther = isTurned(word, page) || (bound === "floor" && isDenied(word.start, page.text));
      found[isOther ? other : bound] = true;
    }
  }
  return found;
}

/** The negator of a bound is at most this many characters before it: "no CPM over". */
const TURNING = 12;

function isTurned(word: Mention, { text, negators }: Page): boolean {
  return negators.some(
    ({ start, end }) =>
      end <= word.start &&
      start < word.start &&
      word.start - end <= TURNING &&
      !/[.,;:!?\d]/.test(text.slice(end, word.start)),
  );
}

/** A ceiling may also follow the number: "20 EUR max", 「20ユーロ以下」. */
function isNear(id: string, start: number, end: number, page: Page): boolean {
  return wordsNear(id, start, end, page).length > 0;
}

function wordsNear(id: string, start: number, end: number, { text, words }: Page): Mention[] {
  const reach = id === "cpm" || id === "budget" ? NEAR * 2 : NEAR;
  return words.filter((word) => {
    if (!has(word, "money", id)) return false;
    const between =
      word.end <= start ? behindAbbreviation(word, text.slice(word.end, start)) : text.slice(end, word.start);
    const isBetween = word.end <= start || word.start >= end;
    return isBetween && between.length <= reach && !FULL_STOP.test(between) && !/\p{Nd}/u.test(between);
  });
}

/** The full stop of "max." ends no sentence. */
function behindAbbreviation({ start, end }: Mention, between: string): string {
  return end - start <= 4 ? between.replace(/^\./, " ") : between;
}

function currencyAt(start: number, end: number, page: Page): string | undefined {
  const { text, tokens, words, countries } = page;
  const sign = tokens.find(
    (one) =>
      one.kind === "sign" &&
      one.text in SIGNS &&
      (gapOf(one.end, start) <= 1 || gapOf(end, one.start) <= 1) &&
      !isOfNumberBefore(one, start, page),
  );
  if (sign) return dollarOf(text.slice(Math.max(0, sign.start - 2), sign.start)) ?? SIGNS[sign.text];
  const near = words.find((word) => {
    const isAfter = word.start >= end;
    const gap = isAfter ? gapOf(end, word.start) : gapOf(word.end, start);
    // "1.5 millions d'euros", "50 mil de dólares".
    if (isAfter && JOINED.test(text.slice(end, word.start))) return currencyOf(word, countries) !== undefined;
    if (gap > 2 || currencyOf(word, countries) === undefined || isOfNumberBefore(word, start, page)) return false;
    return !FULL_STOP.test(text.slice(word.end, start));
  });
  if (near) return currencyOf(near, countries);
  return (
    codeAt(start, end, text) ?? (TYPED_EURO.test(text.slice(end)) && isCalledCpm(start, end, page) ? "EUR" : undefined)
  );
}

/** "max 5e cpm", "cpm 10 eu max". */
const TYPED_EURO = /^(?:e|\s?eu)(?![\p{L}\d])/iu;
const JOINED = /^\s?(?:d['’]|de|di)\s?$/;

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

const DOLLARS: readonly [letters: string, currency: string][] = [
  ["MX", "MXN"],
  ["NZ", "NZD"],
  ["US", "USD"],
  ["S", "SGD"],
  ["HK", "HKD"],
  ["R", "BRL"],
  ["A", "AUD"],
  ["C", "CAD"],
];

/** Which of the currencies with a dollar sign: `R$`, `C$`. */
function dollarOf(before: string): string | undefined {
  return DOLLARS.find(([letters]) => before.toUpperCase().endsWith(letters))?.[1];
}

function gapOf(from: number, to: number): number {
  return to >= from ? to - from : Number.POSITIVE_INFINITY;
}

function scaleOf(mention: Mention): number {
  return SCALES.find(([id]) => has(mention, "money", id))?.[1] ?? 1;
}

/** `1.500,50`, `1,500.50`, `12,5`, `20.000`: three digits behind a lone mark are thousands. */
function numberIn(written: string): number {
  const text = written.replaceAll(/[^\d.,]/g, "");
  const marks = text.match(/[.,]/g) ?? [];
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return Number(text);
  const isMixed = new Set(marks).size > 1;
  const isThousands = !isMixed && (marks.length > 1 || text.length - last - 1 === 3);
  if (isThousands) return Number(text.replaceAll(/[.,]/g, ""));
  return Number(`${text.slice(0, last).replaceAll(/[.,]/g, "")}.${text.slice(last + 1)}`);
}
