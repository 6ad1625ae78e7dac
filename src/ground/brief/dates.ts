import type { Chip } from "./chip.ts";
import { LANGUAGES, type Language } from "./languages.ts";
import { monthsOf } from "./months.ts";
import type { Token } from "./words.ts";

/** Words with another meaning as well: a month only next to a number. */
const AMBIGUOUS = new Set(["may", "march", "mai", "mars", "mar", "maj", "marzo", "mart", "out"]);

/** Polish "they have", which is May but for its last letter. */
const HAVE = "mają";

const JAPANESE_MONTH = /^(?:[1-9]|1[0-2])$/;

/** Months, quarters and days. They belong to the brief, and say nothing about a product. */
export function datesIn(tokens: readonly Token[], languages: readonly Language[]): Chip[] {
  const read = LANGUAGES.filter((language) => languages.includes(language) || language === "en");
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    const day = dayAt(tokens, index);
    if (day) return [chipOf(day, token.start, tokens[index + 2]?.end ?? token.end)];
    // 「3月15日」
    if (token.kind === "number" && next?.text.startsWith("月") && JAPANESE_MONTH.test(token.text))
      return [chipOf(token.text.padStart(2, "0"), token.start, next.start + 1)];
    if (/^q[1-4]$/.test(token.plain))
      return [chipOf(withYear(token.plain.toUpperCase(), next), token.start, token.end)];
    const month = read.map((language) => monthsOf(language).get(token.plain)).find(Boolean);
    if (token.kind !== "word" || !month || token.text === HAVE) return [];
    const isBesideNumber = next?.kind === "number" || tokens[index - 1]?.kind === "number";
    if (AMBIGUOUS.has(token.plain) && !isBesideNumber) return [];
    return [chipOf(withYear(String(month).padStart(2, "0"), next), token.start, token.end)];
  });
}

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

/** Portuguese "maio" is May here, and no "maiô": a month is no subject. */
export function withoutMonths(said: readonly Chip[], dates: readonly Chip[]): Chip[] {
  const months = new Set(dates.map(({ span }) => span?.start));
  return said.filter(({ kind, span }) => (kind !== "topic" && kind !== "audience") || !months.has(span?.start));
}
