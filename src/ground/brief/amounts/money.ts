import type { Chip } from "../chip.ts";
import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { CALLED_CEILING, isOnlyWelcome, isPreference, WELCOME } from "./aims.ts";
import { boundAt, isRefusal, isRefused, isTurned } from "./bounds-of-amount.ts";
import { ONLY_CEILING, withCeilings, withCorrections } from "./bounds-of-prices.ts";
import { currencyAt } from "./currency-at.ts";
import { highestCpm } from "./highest-cpm.ts";
import { isOnlyMentioned } from "./mentioned-amounts.ts";
import { BREAK, FULL_STOP, isCalledCpm, isNear, wordsNear } from "./near-words.ts";
import { partAround } from "./part-of-sentence.ts";
import { pointedBehind } from "./signs.ts";
import { inOrder, NEAR, nearOf, type Page, surroundingsOf } from "./surroundings.ts";
import { currencyBefore, isOfSomethingElse } from "./wares/counted.ts";
import { isPriceOfWares } from "./wares/prices-of-wares.ts";
import {
  centsBehind,
  endOf,
  isNumberBefore,
  isRange,
  MOST_BETWEEN,
  MOST_OF_RANGE,
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
    if (isOfContacts(one, bounds, page.text)) return [];
    if (isUnexplained(one, hasBudget) || (isOnlyMentioned(one, part) && !isRefusal(one, near))) return [];
    return isOnlyWelcome(one, part) || isPreference(one, part, near.content) ? { ...one, certainty: WELCOME } : one;
  });
}

/** "1 Mio. Kontakte, Budget max. 20.000 €": beside a budget that has a currency, a number of things is none. */
function isOfContacts(one: Chip, bounds: readonly Chip[], text: string): boolean {
  if (one.kind !== "budget" || one.currency || !one.span) return false;
  const { start, end } = one.span;
  const isBudget = bounds.some((other) => other !== one && other.kind === "budget" && other.currency);
  const before =
    text
      .slice(Math.max(0, start - NEAR * 2), start)
      .split(BREAK)
      .at(-1) ?? "";
  return isBudget && COUNTED_THING.test(text.slice(end)) && !BUDGET.test(before);
}

const COUNTED_THING =
  /^\s(?:kontakt|impression|impresion|impressão|impressõe|hörer|leser|zuschauer|nutzer|view|contact|listener|reader|user|viewer|auditeur|lecteur|spectateur|oyente|lector|ascoltator|lettor|ouvinte|leitor|luisteraar|lezer|kijker|odsłon|słuchacz|wyświetle|einblendung|aufruf|vertoning)/iu;
const BUDGET = /budget|etat|presupuesto|orçamento|verba|budżet/iu;

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
  const cents = centsBehind(token, page);
  if (!cents && isRange(token, tokens.slice(index + 1, index + 1 + MOST_OF_RANGE), text)) return undefined;
  const scale = scaleBehind(token, words);
  const written = endOf(token, scale, text);
  const pointed = pointedBehind(written, text);
  const pence = PENCE.exec(text.slice(written));
  const currency = pence
    ? "GBP"
    : (pointed?.currency ??
      currencyAt(token.start, written, page) ??
      rupeesOf(scale, page) ??
      currencyBefore(token.start, written, page));
  const first = tokens
    .slice(Math.max(0, index - MOST_OF_RANGE), index)
    .findLast((one) => isNumberBefore(one, token, text));
  const start = first?.start ?? token.start;
  const end = cents?.end ?? pointed?.end ?? written + (pence?.[0].length ?? 0);
  const said = numberIn(token.text) * (scale ? scaleOf(scale) : 1) + (cents ? numberIn(cents.text) / 100 : 0);
  const amount = pence ? said / 100 : said;
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

/** "20p CPM": hundredths of a pound. */
const PENCE = /^\s?(?:p|pence)(?!\p{L})(?=.{0,12}\bCPM)/iu;

/** Lakhs and crores are of rupees, of those of Pakistan where it alone is named. */
function rupeesOf(scale: Mention | undefined, { countries }: Page): string | undefined {
  if (!scale || !(has(scale, "money", "lakh") || has(scale, "money", "crore"))) return undefined;
  return countries.has("PK") && !countries.has("IN") ? "PKR" : "INR";
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
  const cpm = isNear("cpm", start, end, page);
  // "A CPM of 15, not the budget."
  const budget = wordsNear("budget", start, end, page).some((word) => !(cpm && isTurned(word, page)));
  const { ceiling: isCalled, floor } = boundAt(start, end, page);
  const ceiling = isCalled || (floor && isRefused(start, end, page));
  // Nobody asks for a CPM above 12: it is where the ceiling is.
  const isExceeded = cpm && isNear("exceed", start, end, page);
  if (floor && !ceiling && !isOfRange && !isExceeded) return undefined;
  if (!currency && !budget && isOfSomethingElse(start, end, page)) return undefined;
  // "No more than 500 EUR per day" is no price per mille.
  if (!cpm && DAILY.test(page.text.slice(end, end + NEAR * 2))) return undefined;
  if (!cpm && DAILY_CAP.test(page.text.slice(Math.max(0, start - NEAR * 2), start))) return undefined;
  if (cpm && FINE.test(page.text.slice(end, end + NEAR * 2))) return undefined;
  // "Budget 5k", "10k a month", "50 grand": what is in thousands is an amount without its currency, too.
  if (!currency && isScaled && (budget || isOfMonth(start, end, page) || isAllThereIs(start, end, page)))
    return { kind: "budget", certainty: 0.9 } as const;
  if (
    !currency &&
    budget &&
    amount >= LEAST_BUDGET &&
    CALLED_BUDGET.test(page.text.slice(Math.max(0, start - NEAR), start))
  )
    return { kind: "budget", certainty: 0.9 } as const;
  // A number in words is an amount where its currency follows: "two podcasts at a CPM of …" is none.
  const isOfWords = Number.isInteger(amount) && !/^\d/.test(page.text.slice(start));
  const isUncalled = isOfWords && !CPM_OF.test(page.text.slice(Math.max(0, start - NEAR), start));
  if (!currency && (isUncalled || !isCalledCpm(start, end, page))) return undefined;
  // "A jar costs less than 15 euros."
  if (!(amount > 0) || (isPrice(start, page) && !isCalledCpm(start, end, page))) return undefined;
  if (!cpm && !budget && isPriceOfWares(start, end, ceiling, page)) return undefined;
  const isPossible = amount <= highestCpm(currency);
  if (isPossible && ((cpm && ceiling) || (!isScaled && (cpm || (ceiling && !budget)))))
    return { kind: "maxCpm", certainty: cpm ? (ceiling ? CALLED_CEILING : 0.7) : ONLY_CEILING } as const;
  // "In 2023": what has no currency is none either.
  if (!currency && !budget) return undefined;
  return { kind: "budget", certainty: budget ? 0.9 : UNEXPLAINED } as const;
}

/** "A CPM of twelve" */
const CPM_OF = /(?<!\p{L})(?:cpm|tkp)\s(?:\p{L}{1,3}\s)?$/iu;

const DAILY =
  /^[^.;\n\d]{0,8}?(?:في اليوم|يوميا|في الأسبوع|في الشهر|per day|a day|daily|\/\s?day|per week|weekly|pro Tag|am Tag|täglich|pro Woche|par jour|quotidien|par semaine|al día|por día|diario|a la semana|al giorno|giornalier|a settimana|por dia|ao dia|diári|per dag|dagelijks|per week|dziennie|na dzień|tygodniowo)/iu;
const DAILY_CAP =
  /(?:daily|tages|täglich\p{L}{0,2}|quotidien|journalier|diario|giornaliero|diário|dagelijks|dag|dzienny)[\s-]?(?:cap|budget|limit|limite|plafond|límite|tope|tetto|teto|limiet|maximum|max|etat)?\s?(?:of|von|de|di|van|is|:)?\s?\p{Sc}?$/iu;
/** "Budget: 80,000", and not "Budget 2027". */
const LEAST_BUDGET = 10_000;
const CALLED_BUDGET =
  /(?:budget|etat|presupuesto|orçamento|budżet|enveloppe|verba)"?\s?(?::|=|of|is|von|de|di|van)?\s?"?$/iu;
/** "CPM above $20 is fine". */
const FINE =
  /^\s?(?:(?:is|are|would be|wäre|wären|ist|est|è|es|é|is|jest)\s)?(?:also\s)?(?:fine|ok|okay|acceptable|no problem|in Ordnung|kein Problem|acceptable|aceptable|accettabile|aceitável|prima|akceptowaln)(?!\p{L})/iu;
const OF_MONTH =
  /^\s?(?:monthly|per month|a month|\/\s?month|p\.?m\.|im Monat|pro Monat|monatlich|mensuel|par mois|al mes|por mes|mensual|al mese|mensil|por mês|ao mês|mensa|per maand|maandelijks|miesięcznie|na miesiąc|grand|budget|per year|pro Jahr|im Jahr|par an|al año|all'anno|por ano|per jaar|rocznie)(?!\p{Ll}{3})/iu;

function isOfMonth(start: number, end: number, { text }: Page): boolean {
  return OF_MONTH.test(text.slice(end, end + NEAR * 2)) || /\bgrand$/iu.test(text.slice(start, end));
}

/** "We only have 5k", "10k to spend": it ends its clause, and is of nothing. */
function isAllThereIs(start: number, end: number, { text }: Page): boolean {
  const behind = text.slice(end, end + NEAR * 2);
  return LEFT.test(behind) || (AT_END.test(behind) && HAVE.test(text.slice(Math.max(0, start - NEAR * 2), start)));
}

const HAVE =
  /(?:^|[^\p{L}])(?:(?:we|i) (?:only |just )?have(?: got)?|(?:we|i)['’]ve (?:only |just )?got|wir haben|ich habe|haben wir|on a|nous avons|j['’]ai|n['’]avons que|n['’]a que|tenemos|tengo|abbiamo|temos|tenho|hebben we|we hebben|wij hebben|ik heb|mamy|mam|لدينا|عندنا)(?: (?:only|just|about|around|roughly|nur|noch|bloß|etwa|rund|seulement|juste|environ|solo|sólo|unos|soltanto|circa|só|apenas|uns|maar|slechts|ongeveer|tylko|jedynie|około))? $/iu;
const AT_END = /^\s?(?:$|[.,;!?\n)])/u;
const LEFT =
  /^\s(?:left|to spend|in total|max|maximum|tops|übrig|zur Verfügung|insgesamt|en tout|en total|in totale|no total|in totaal|łącznie)(?!\p{L})/iu;

function isPrice(start: number, { text, costs }: Page): boolean {
  return costs.some(({ end }) => end <= start && start - end <= NEAR * 2 && !FULL_STOP.test(text.slice(end, start)));
}
