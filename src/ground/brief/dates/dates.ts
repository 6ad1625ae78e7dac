import type { Chip } from "../chip.ts";
import { LANGUAGES, type Language } from "../languages.ts";
import { isAnd } from "../polarity/lists.ts";
import type { Token } from "../words.ts";
import { monthsOf, shortMonthsOf } from "./months.ts";

/** Words with another meaning as well: a month only next to a number, or behind a word for a part of it. */
const AMBIGUOUS = new Set(["may", "march", "mai", "mars", "mar", "maj", "marzo", "mart", "out"]);
const PART_OF: ReadonlySet<string> = new Set(
  "ende anfang mitte debut fin mi late early mid eind begin half".split(" "),
);

/** Polish "they have", which is May but for its last letter. */
const HAVE = "mają";

const JAPANESE_MONTH = /^(?:[1-9]|1[0-2])$/;

/** Months, quarters, halves and days. They belong to the brief, and say nothing about a product. */
export function datesIn(text: string, tokens: readonly Token[], languages: readonly Language[]): Chip[] {
  const read = LANGUAGES.filter((language) => languages.includes(language) || language === "en");
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    const day = dayAt(tokens, index);
    if (day) return [chipOf(day, token.start, tokens[index + 2]?.end ?? token.end)];
    const written = writtenAt(index, { text, tokens, languages });
    if (written) return [chipOf(written.value, token.start, written.end)];
    // 「3月15日」
    if (token.kind === "number" && next?.text.startsWith("月") && JAPANESE_MONTH.test(token.text))
      return [chipOf(token.text.padStart(2, "0"), token.start, next.start + 1)];
    const part = partOfYear(token.plain, languages);
    if (part) return [chipOf(withYear(part, next), token.start, token.end)];
    const long = read.map((language) => monthsOf(language).get(token.plain)).find(Boolean);
    const month = long ?? shortAt(index, { text, tokens }, read);
    if (token.kind !== "word" || !month || token.text === HAVE) return [];
    const previous = tokens[index - 1];
    const isDated =
      next?.kind === "number" ||
      previous?.kind === "number" ||
      PART_OF.has(previous?.plain ?? "") ||
      isJoinedToMonth(index, tokens, read);
    if (AMBIGUOUS.has(token.plain) && !isDated) return [];
    return [chipOf(withYear(String(month).padStart(2, "0"), next), token.start, token.end)];
  });
}

/** "Sept-Oct 2027", "Nov 1 - Dec 15": a month in short beside a day or a year, or joined to another. */
function shortAt(
  index: number,
  { text, tokens }: Pick<Written, "text" | "tokens">,
  read: readonly Language[],
): number | undefined {
  const monthOf = (token: Token | undefined) =>
    token?.kind === "word"
      ? read
          .map((language) => shortMonthsOf(language).get(token.plain) ?? monthsOf(language).get(token.plain))
          .find(Boolean)
      : undefined;
  const month = monthOf(tokens[index]);
  if (month === undefined) return undefined;
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (isOfDate(before, DAY) || isOfDate(next, DAY) || isOfDate(next, YEAR)) return month;
  const isJoined = (one: Token | undefined, other: Token | undefined) =>
    one !== undefined && other !== undefined && MONTH_JOINT.test(text.slice(one.end, other.start));
  const isBehind = isJoined(token, next) && monthOf(next) !== undefined && isOfDate(tokens[index + 2], YEAR);
  return isBehind || (isJoined(before, token) && monthOf(before) !== undefined) ? month : undefined;
}

/** "From May to July", "mars et avril". */
function isJoinedToMonth(index: number, tokens: readonly Token[], read: readonly Language[]): boolean {
  return [1, -1].some((step) => {
    const [joint, other] = [tokens[index + step], tokens[index + 2 * step]];
    const isMonth = read.some((language) => monthsOf(language).has(other?.plain ?? ""));
    return isMonth && (UNTIL.has(joint?.plain ?? "") || isAnd(joint?.plain ?? ""));
  });
}

const DAY = /^(?:[1-9]|[12]\d|3[01])$/;
const YEAR = /^20\d\d$/;
const MONTH_JOINT = /^\s?[-–/]\s?$/;

function isOfDate(token: Token | undefined, form: RegExp): boolean {
  return token?.kind === "number" && form.test(token.text);
}

/** `Q3`, `H2`; `T3` and `S2` where quarters and halves have those letters. */
function partOfYear(word: string, [language = "en"]: readonly Language[]): string | undefined {
  const [, letter = "", number = ""] = /^([qhts])([1-4])$/.exec(word) ?? [];
  const isRomance = ROMANCE.has(language);
  if (letter === "q" || (letter === "t" && isRomance)) return `Q${number}`;
  return (letter === "h" || (letter === "s" && isRomance)) && number <= "2" && number !== "" ? `H${number}` : undefined;
}

const ROMANCE: ReadonlySet<string> = new Set(["fr", "es", "it", "pt"]);

interface Written {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly languages: readonly Language[];
}

/** `15.9.` and `31.10.2027` with points, `15/03` and `3/15` with strokes: beside a word that dates have, or with its year. */
function writtenAt(index: number, { text, tokens, languages }: Written): { value: string; end: number } | undefined {
  const [token, second, third] = tokens.slice(index, index + 3);
  if (token?.kind !== "number") return undefined;
  const [, day, month, year] = POINTS.exec(token.text) ?? [];
  if (day && month) {
    const isOrdinal = second?.text === "." && WITH_POINTS.has(languages[0] ?? "en");
    return year || (isOrdinal && isBesideDate(index, index + 2, tokens))
      ? dated(day, month, year, token.end)
      : undefined;
  }
  if (second?.kind !== "number" || text.slice(token.end, second.start) !== "/") return undefined;
  const hasYear =
    third?.kind === "number" && text.slice(second.end, third.start) === "/" && /^20\d\d$/.test(third.text);
  const end = hasYear ? third.end : second.end;
  if (!hasYear && !isBesideDate(index, index + 2, tokens)) return undefined;
  const isMonthFirst = Number(second.text) > MONTHS;
  // In English either may be the month.
  if (!isMonthFirst && languages[0] === "en" && Number(token.text) <= MONTHS) return undefined;
  const [dayText, monthText] = isMonthFirst ? [second.text, token.text] : [token.text, second.text];
  return dated(dayText, monthText, hasYear ? third.text : undefined, end);
}

const POINTS = /^(\d{1,2})\.(\d{1,2})(?:\.(20\d\d))?$/;
const WITH_POINTS: ReadonlySet<string> = new Set(["de", "pl"]);
const MONTHS = 12;
const DAYS = 31;

function dated(day: string, month: string, year: string | undefined, end: number) {
  if (Number(day) < 1 || Number(day) > DAYS || Number(month) < 1 || Number(month) > MONTHS) return undefined;
  const [dd, mm] = [day.padStart(2, "0"), month.padStart(2, "0")];
  return { value: year ? `${year}-${mm}-${dd}` : mm, end };
}

function isBesideDate(from: number, to: number, tokens: readonly Token[]): boolean {
  return FROM.has(tokens[from - 1]?.plain ?? "") || UNTIL.has(tokens[to]?.plain ?? "");
}

const UNTIL: ReadonlySet<string> = new Set("to until till through bis zum au a al hasta fino ate tot do".split(" "));
const FROM: ReadonlySet<string> = new Set([
  ...UNTIL,
  ..."am ab vom start ende laufzeit from on starting du des le jusqu del desde el dal il de a van op vanaf od".split(
    " ",
  ),
]);

function dayAt(tokens: readonly Token[], index: number): string | undefined {
  const [year, month, day] = tokens.slice(index, index + 3);
  if (!/^20\d\d$/.test(year?.text ?? "") || month?.kind !== "number" || day?.kind !== "number") return undefined;
  if (month.text.length !== 2 || day.text.length !== 2 || month.start - (year?.end ?? 0) !== 1) return undefined;
  return `${year?.text}-${month.text}-${day.text}`;
}

function withYear(part: string, next: Token | undefined): string {
  return next && /^20\d\d$/.test(next.text) ? `${next.text}-${part}` : part;
}

function chipOf(value: string, start: number, end: number): Chip {
  return { kind: "date", value, concept: value, negated: false, span: { start, end }, certainty: 0.8 };
}

/**
 * Portuguese "maio" is May here, and no "maiô": a month is no subject. "Podcasts in Spain in December" is about no Christmas either,
 * where a date would be the only subject.
 */
export function withoutMonths(said: readonly Chip[], dates: readonly Chip[]): Chip[] {
  const months = new Set(dates.map(({ span }) => span?.start));
  const rest = said.filter(({ kind, span }) => (kind !== "topic" && kind !== "audience") || !months.has(span?.start));
  const isDate = ({ kind, span, value }: Chip) =>
    kind === "season" &&
    span !== null &&
    FEASTS.has(value) &&
    dates.some((date) => date.span && date.span.start >= span.start && date.span.end <= span.end);
  const isSubject = (chip: Chip) => SUBJECTS.has(chip.kind) && !chip.negated && !isDate(chip);
  return rest.some(isSubject) ? rest : rest.filter((chip) => !isDate(chip));
}

/** January is winter. */
const FEASTS: ReadonlySet<string> = new Set(["christmas", "sinterklaas", "new-year"]);
const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience", "season"]);
