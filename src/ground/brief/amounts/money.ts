import type { Chip } from "../chip.ts";
import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { CALLED_CEILING, isOnlyWelcome, isPreference, WELCOME } from "./aims.ts";
import { boundAt, isRefusal, isRefused } from "./bounds-of-amount.ts";
import { ONLY_CEILING, withCeilings, withCorrections } from "./bounds-of-prices.ts";
import { currencyAt } from "./currency-at.ts";
import { highestCpm } from "./highest-cpm.ts";
import { isOnlyMentioned } from "./mentioned-amounts.ts";
import { BREAK, FULL_STOP, isCalledCpm, isNear } from "./near-words.ts";
import { partAround } from "./part-of-sentence.ts";
import { pointedBehind } from "./signs.ts";
import { inOrder, NEAR, nearOf, type Page, surroundingsOf } from "./surroundings.ts";
import {
  centsBehind,
  endOf,
  isNumberBefore,
  isRange,
  MOST_BETWEEN,
  numberIn,
  scaleBehind,
  scaleOf,
} from "./written-amounts.ts";

/** Price ceilings and budgets: numbers next to a currency, "CPM" or "budget". */
export function moneyIn(text: string, tokens: readonly Token[], { content, scope }: Mentions): Chip[] {
  const of = (id: string) => scope.filter((mention) => has(mention, "scope", id));
  const unpaid = [...of("unpaid"), ...negated(of("pays"), of("negator"), text)];
  const page: Page = {
    text,
    tokens,
    words: inOrder(scope.filter((mention) => has(mention, "money"))),
    content: inOrder(content),
    negators: inOrder([...of("negator"), ...unpaid]),
    unpaid: inOrder([...unpaid, ...of("rejection"), ...of("postnegator"), ...of("drops")]),
    costs: inOrder(of("costs")),
    countries: countriesOf(content),
  };
  const amounts = tokens.flatMap((token, index) =>
    token.kind === "number" ? (amountAt(token, surroundingsOf(token, index, page)) ?? []) : [],
  );
  const bounds = withCorrections(withCeilings(amounts, text), of("correction"));
  return belowCeilings(meantIn(bounds, page));
}

/** What is asked for, and not only told. */
function meantIn(bounds: readonly Chip[], page: Page): Chip[] {
  const hasBudget = bounds.some((one) => one.kind === "budget" && !isSmall(one));
  return bounds.flatMap((one, place) => {
    const part = partAround(bounds, place, page.text);
    const near = nearOf(one.span?.start ?? 0, one.span?.end ?? 0, page);
    if (isUnexplained(one, hasBudget) || (isOnlyMentioned(one, part) && !isRefusal(one, near))) return [];
    return isOnlyWelcome(one, part) || isPreference(one, part, near.content) ? { ...one, certainty: WELCOME } : one;
  });
}

/** "The tool says a CPM of 9, and we pay at most 12": beside what is called a ceiling, what is not is none. */
function belowCeilings(amounts: readonly Chip[]): Chip[] {
  const isCalled = ({ kind, certainty }: Chip) => kind === "maxCpm" && certainty === CALLED_CEILING;
  const hasCeiling = amounts.some(isCalled);
  return amounts.filter((one) => !hasCeiling || one.kind !== "maxCpm" || isCalled(one));
}

/** Nobody advertises for 14 euros: without a word for a budget, or beside a real one, it is what something costs. */
function isUnexplained(one: Chip, hasBudget: boolean): boolean {
  if (one.kind !== "budget" || !isSmall(one)) return false;
  return hasBudget || one.certainty === UNEXPLAINED;
}

function isSmall({ value, currency }: Chip): boolean {
  return Number(value) <= highestCpm(currency);
}

const UNEXPLAINED = 0.6;

function countriesOf(content: readonly Mention[]): ReadonlySet<string> {
  const places = content.flatMap(({ senses }) => senses.filter(({ kind }) => kind === "country" || kind === "city"));
  return new Set(places.flatMap(({ kind, id }) => lineOf(kind, id)?.values ?? []));
}

/** "We will pay in no case": a verb of paying with a negator in its clause. */
function negated(verbs: readonly Mention[], negators: readonly Mention[], text: string): Mention[] {
  const isNearby = (one: Mention, other: Mention) => {
    const [from, to] = one.end <= other.start ? [one.end, other.start] : [other.end, one.start];
    return to - from <= NEAR * 2 && !BREAK.test(text.slice(from, to));
  };
  return verbs.filter((verb) => negators.some((one) => isNearby(one, verb)));
}

function amountAt(token: Token, page: Page): Chip | undefined {
  const { text, tokens, words } = page;
  const index = tokens.indexOf(token);
  if (tokens[index + 1]?.text === "%" || COUNTED.test(text.slice(token.end, token.end + 1))) return undefined;
  if (tokens.slice(Math.max(0, index - MOST_BETWEEN), index).some((one) => centsBehind(one, page) === token))
    return undefined;
  // "Between 5 and 12 euros": the second number is the ceiling, and what is said of either is said of it.
  if (isRange(token, tokens[index + 1], tokens[index + 2], text)) return undefined;
  const scale = scaleBehind(token, words);
  const written = endOf(token, scale, text);
  const pointed = pointedBehind(written, text);
  const currency = pointed?.currency ?? currencyAt(token.start, written, page);
  const cents = centsBehind(token, page);
  const first = tokens.slice(Math.max(0, index - 2), index).find((one) => isNumberBefore(one, token, text));
  const start = first?.start ?? token.start;
  const end = cents?.end ?? pointed?.end ?? written;
  const amount = numberIn(token.text) * (scale ? scaleOf(scale) : 1) + (cents ? numberIn(cents.text) / 100 : 0);
  const reading = readingOf(
    { amount, currency, start, end, isScaled: scale !== undefined, isRange: first !== undefined },
    page,
  );
  return (
    reading && {
      ...reading,
      value: String(Number(amount.toFixed(2))),
      concept: reading.kind,
      negated: false,
      span: { start: token.start, end },
      ...(currency && { currency }),
    }
  );
}

/** 「千回」, 「1,000人」 */
const COUNTED = /^[回人件]/;

/** An amount as it stands in the text. */
interface Written {
  readonly amount: number;
  readonly currency: string | undefined;
  readonly start: number;
  readonly end: number;
  /** In thousands or millions. */
  readonly isScaled: boolean;
  readonly isRange: boolean;
}

/** What the words beside an amount make of it. */
function readingOf({ amount, currency, start, end, isScaled, isRange: isOfRange }: Written, page: Page) {
  const [cpm, budget] = ["cpm", "budget"].map((id) => isNear(id, start, end, page));
  const { ceiling: isCalled, floor } = boundAt(start, end, page);
  const ceiling = isCalled || (floor && isRefused(start, end, page));
  // Nobody asks for a CPM above 12: it is where the ceiling is.
  const isExceeded = cpm && isNear("exceed", start, end, page);
  if (floor && !ceiling && !isOfRange && !isExceeded) return undefined;
  // A number in words is an amount where its currency follows: "two podcasts at a CPM of …" is none.
  if (!currency && (!/^\d/.test(page.text.slice(start)) || !isCalledCpm(start, end, page))) return undefined;
  // "A jar costs less than 15 euros."
  if (!(amount > 0) || (isPrice(start, page) && !isCalledCpm(start, end, page))) return undefined;
  const isPossible = amount <= highestCpm(currency);
  if (isPossible && ((cpm && ceiling) || (!isScaled && (cpm || (ceiling && !budget)))))
    return { kind: "maxCpm", certainty: cpm ? (ceiling ? CALLED_CEILING : 0.7) : ONLY_CEILING } as const;
  // "In 2023": what has no currency is none either.
  if (!currency && !budget) return undefined;
  return { kind: "budget", certainty: budget ? 0.9 : UNEXPLAINED } as const;
}

function isPrice(start: number, { text, costs }: Page): boolean {
  return costs.some(({ end }) => end <= start && start - end <= NEAR * 2 && !FULL_STOP.test(text.slice(end, start)));
}
