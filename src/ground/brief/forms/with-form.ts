import { lineOf } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, isScope, type Mention, type Mentions } from "../mention.ts";
import { isOfPart } from "../places/country-codes.ts";
import { isPlace } from "../polarity/lists.ts";
import type { Token } from "../words.ts";
import type { FormField } from "./form-field.ts";

/** A text as the rules read it so far, and the form that it is. */
interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly fields: readonly FormField[];
}

const CODE = /^[A-Z]{2}$/;
/** What a program calls a country. */
const QUOTED_CODE = /^["'][a-z]{2}["']$/;
const NUMBER = /^\d/;
const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience", "season"]);
const PLACES = ["country", "region", "city"] as const;
const NOT_ASIDE: ReadonlySet<string> = new Set(["topic", "audience"]);

/** What words mean in a form: labels name nothing, a brand's name is no medium, and what stands behind "topics" is one. */
export function withForm(mentions: Mentions, { text, tokens, fields }: Read): Mentions {
  if (fields.length === 0) return mentions;
  const codes = codesIn(mentions, { text, tokens, fields });
  const isCode = ({ from, to }: Mention) => codes.some((code) => code.from === from && code.to === to);
  const content = mentions.content.flatMap((one) =>
    isCode(one) || isAbbreviation(one, text, fields) ? [] : meantIn(one, mentions, { text, fields }),
  );
  const scope = mentions.scope.filter((one) => !isCode(one) && !isLanguageCode(one, text, fields));
  return { ...mentions, scope, content: [...content, ...codes].sort((a, b) => a.start - b.start) };
}

/** The innermost field around a mention. */
function fieldAround(
  { start, end }: Pick<Mention, "start" | "end">,
  fields: readonly FormField[],
): FormField | undefined {
  return fields.findLast(({ values }) => values.some((value) => start >= value.start && end <= value.end));
}

function meantIn(one: Mention, mentions: Mentions, { text, fields }: Pick<Read, "text" | "fields">): Mention[] {
  if (fields.some((field) => isNameless(field) && one.start >= field.label.start && one.end <= field.label.end))
    return [];
  const field = fieldAround(one, fields);
  if (!field?.matter) return [one];
  const senses = one.senses.filter(({ kind }) => {
    if (field.matter === "origin") return !(kind === "channel" || isPlaceKind(kind));
    if (field.matter === "ware") return kind !== "channel" || !isMediumElsewhere(field, mentions, fields);
    if (field.matter === "topics") return kind !== "channel" || !one.senses.some((sense) => SUBJECTS.has(sense.kind));
    // "Interests: radio" asks for no medium, and "budget: 5k" for no race.
    if (field.matter === "interests") return kind !== "channel";
    if (field.matter === "amounts") return kind !== "topic" || !NUMBER.test(text.slice(one.start, one.end));
    return field.matter !== "aside" || !NOT_ASIDE.has(kind);
  });
  return senses.length === 0 ? [] : senses.length === one.senses.length ? [one] : [{ ...one, senses }];
}

/** "Placement: …", and not "Events: no". */
function isNameless({ isKnown, isHomonym, flag }: FormField): boolean {
  return isKnown && !(isHomonym && flag);
}

function isPlaceKind(kind: string): boolean {
  return (PLACES as readonly string[]).includes(kind);
}

/** "Product: a podcast app. Channel: radio": where a medium is named besides, what is advertised is none. */
function isMediumElsewhere(ware: FormField, { content }: Mentions, fields: readonly FormField[]): boolean {
  return content.some((one) => {
    if (!one.senses.some(({ kind, isHint }) => kind === "channel" && !isHint)) return false;
    const field = fieldAround(one, fields);
    return field !== ware && field?.matter !== "origin" && field?.matter !== "ware" && field?.side !== "refused";
  });
}

/** "Country: NO", `"countries": ["at"]`, `geo: [AT]`: behind such a label a code is a country, whatever the word is elsewhere. */
function codesIn({ content }: Mentions, { text, tokens, fields }: Read): Mention[] {
  const spans = fields.filter(({ matter }) => matter === "places").flatMap(({ values }) => values);
  if (spans.length === 0) return [];
  const taken = new Set(content.filter(isPlace).map(({ from }) => from));
  return tokens.flatMap(({ kind, start, end }, index): Mention[] => {
    const isCode =
      CODE.test(text.slice(start, end)) ||
      QUOTED_CODE.test(text.slice(start - 1, end + 1)) ||
      spans.some((span) => start >= span.start && end <= span.end && isAllCodes(text.slice(span.start, span.end)));
    if (kind !== "word" || !isCode || taken.has(index) || isOfPart(text, start, end)) return [];
    const id = text.slice(start, end).toUpperCase();
    const isOfLabel = fields.some(({ label }) => start >= label.start && end <= label.end);
    const isHere = !isOfLabel && spans.some((span) => start >= span.start && end <= span.end);
    if (!isHere || !lineOf("country", id) || !isItem(text, start, end)) return [];
    const senses = [{ kind: "country", id, isHint: false } as const];
    return [{ start, end, from: index, to: index + 1, senses, certainty: CERTAINTY.word }];
  });
}

/** "geo: us, ca". */
function isAllCodes(value: string): boolean {
  const codes = value.trim().split(/[\s,/|]+/);
  return value.length < 200 && codes.every((code) => /^[a-z]{2}$/.test(code));
}

/** Between signs, and not among words: "NO TV". */
function isItem(text: string, start: number, end: number): boolean {
  return /[^\p{L}\p{N}]\s?$/u.test(text.slice(Math.max(0, start - 2), start)) && !/^ \p{L}{3}/u.test(text.slice(end));
}

/** "Deal: PG": an abbreviation of the trade, behind a label that is for no place. */
function isAbbreviation(one: Mention, text: string, fields: readonly FormField[]): boolean {
  if (!CODE.test(text.slice(one.start, one.end)) || !has(one, "country")) return false;
  const field = fieldAround(one, fields);
  if (!field?.isKnown || field.isJson || field.matter || field.side || field.label.end === field.label.start)
    return false;
  return field.values.some(({ start, end }) => text.slice(start, end).trim().length === one.end - one.start);
}

/** `languages: [no, sv]`: "no" is Norwegian. */
function isLanguageCode(one: Mention, text: string, fields: readonly FormField[]): boolean {
  if (one.end - one.start !== 2 || !has(one, "scope", "negator") || !one.senses.every(isScope)) return false;
  return fieldAround(one, fields)?.matter === "languages" && /^\W{0,2}(?:$|[,"'\]}])/.test(text.slice(one.end));
}
