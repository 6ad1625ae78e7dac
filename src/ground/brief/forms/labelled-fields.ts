import type { Span } from "../polarity/clause.ts";
import { type FormField, fieldOf, flagIn } from "./form-field.ts";
import { readLabel } from "./labels.ts";
import { bulletOf, type Line, linesBelow, linesOf } from "./lines.ts";

/** Between a label and its value. */
const SIGN = /[:：]|!=|≠|<>|={1,2}/g;
/** What stands before a label. */
const BORDER = /[.;!?…|／→➜{}[\]\n\r,،、。؛؟！？•·:：=()✅❌✓✗—🚫■□◆◇▼▽★☆※]/u;
const LONGEST_LABEL = 60;
const SENTENCE_END = /[;!?／…。！？؛؟\n\r]|\.(?=\s|$)/;
/** A word that joins the conditions of a query. */
const JOINING = /^(?:(?:AND|OR|&&|\|\|)\s+)?(?<not>NOT\s+|[!-])?(?=[\p{L}_])/u;
/** They part the conditions of a query: `channel:ctv AND NOT channel:radio`. */
const CONDITIONS = [" AND ", " OR "];
const DENYING = /^(?:!=|≠|<>)$/;
const MARKUP = /^[\s*_#>"'`“„«-]+/u;
const CLOSING_MARKUP: ReadonlySet<string> = new Set("*_\"'`”» ");
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };
/** A label that stands behind a comma is short. */
const BEHIND_COMMA = /^20\d\d$|^[\p{L}_.$'’-]+(?: [\p{L}_'’-]+){0,2}$/u;

/** To the first sign that is not within a number: "no, thanks", and not "0,5". */
const VALUE = /^(?:[^.,;\n\r|)}\]]|[.,](?=\d))*/u;
const LONGEST_FLAG = 20;

interface Labelled {
  /** Where what stands before it ends. */
  readonly begin: number;
  readonly label: Span;
  readonly from: number;
  readonly isDenied: boolean;
  /** It stands behind a comma, so that it may be a part of what is before. */
  readonly isLoose: boolean;
}

/** "Excluded (by the client): radio, print. Geo: Spain", `channel != radio`, and YAML. */
export function labelledFields(text: string, isTaken: (at: number) => boolean): FormField[] {
  const lines = linesOf(text);
  const at = new Map(lines.map(({ start }, index) => [start, index]));
  const fields: FormField[] = [];
  for (const { index, 0: sign } of text.matchAll(SIGN)) {
    const found = isTaken(index) || isTime(text, index) ? undefined : labelAt(text, index, sign);
    if (!found) continue;
    const field = fieldFrom(text, found, lines, at.get(text.lastIndexOf("\n", found.from - 1) + 1) ?? 0);
    // "Alcohol, payment: we stay away from both" is no form.
    if (found.isLoose && !field.flag && (!field.isKnown || field.isHomonym || field.isDenial)) continue;
    const last = fields.at(-1);
    if (last && !last.isList) fields[fields.length - 1] = cut(last, found.begin, text);
    fields.push(field);
  }
  return fields;
}

/** "18:30", "https://". */
function isTime(text: string, at: number): boolean {
  return /\d:\d|^.:\/\//u.test(text.slice(Math.max(0, at - 1), at + 3));
}

function labelAt(text: string, at: number, sign: string): Labelled | undefined {
  const from = Math.max(0, at - LONGEST_LABEL);
  const before = text.slice(from, at);
  const trimmed = withoutMarkup(before.trimEnd());
  // "Excluded (by the client)": the bracket is a part of the label.
  const bracket = trimmed.endsWith(")") ? trimmed.lastIndexOf("(") : -1;
  const body = bracket > 0 ? trimmed.slice(0, bracket) : trimmed;
  let start = body.length;
  while (start > 0 && !BORDER.test(body.charAt(start - 1)) && !isSeparated(body, start - 1)) start--;
  if (start === 0 && from > 0) return undefined;
  start = Math.max(start, ...CONDITIONS.map((one) => body.lastIndexOf(one)));
  const isLoose = /[,،、]/.test(body.charAt(start - 1));
  // `channel:podcast country:DE`: behind a value, the last word.
  const query = /\s[\p{L}_]+$/u.exec(body.slice(start));
  if (query && /^\S/.test(text.slice(at + sign.length)) && isApart(body, start, query.index)) start += query.index + 1;
  const written = trimmed.slice(start);
  const lead = /^[\s*_#>"'`“„«]*(?:[-–—+]\s+)?/u.exec(written)?.[0].length ?? 0;
  const joined = JOINING.exec(written.slice(lead));
  const skip = lead + (joined?.[0].length ?? 0);
  const label = { start: from + start + skip, end: from + trimmed.length };
  const bare = withoutMarkup(text.slice(label.start, label.end)).replace(MARKUP, "");
  if (!/^[\p{L}\p{N}$]/u.test(bare) || (isLoose && !BEHIND_COMMA.test(bare))) return undefined;
  return {
    begin: from + start,
    label,
    from: at + sign.length,
    isDenied: DENYING.test(sign) || isMinus(body, start - 1) || joined?.groups?.not !== undefined,
    isLoose,
  };
}

/** "… / Excluded: radio", "… - No: radio". */
function isSeparated(body: string, at: number): boolean {
  const isAfterBlank = at === 0 || /\s/.test(body.charAt(at - 1));
  return isAfterBlank && (isMinus(body, at) || body.charAt(at) === "/" || /^[-–]\s/u.test(body.slice(at, at + 2)));
}

/** "**Excluded**:" */
function withoutMarkup(label: string): string {
  let end = label.length;
  while (end > 0 && CLOSING_MARKUP.has(label.charAt(end - 1))) end--;
  return label.slice(0, end);
}

function isApart(body: string, start: number, at: number): boolean {
  return readLabel(body.slice(start + at)).isKnown && !readLabel(body.slice(start)).isKnown;
}

/** `channel:podcast -channel:radio`. */
function isMinus(body: string, at: number): boolean {
  return /^[!-]\p{L}/u.test(body.slice(at, at + 2)) && (at === 0 || /\s/.test(body.charAt(at - 1)));
}

function fieldFrom(text: string, { label, from, isDenied }: Labelled, lines: readonly Line[], at: number): FormField {
  const line = lines[at];
  const rest = text.slice(from, line?.end ?? text.length);
  const isBlock = /^[\s*_|>]*$/u.test(rest);
  const below = isBlock ? linesBelow(lines, at) : [];
  const values = isBlock
    ? below.map((one) => ({ start: one.start + bulletOf(one.text), end: one.end }))
    : [valueFrom(text, from)];
  // `channel:ctv`, where people write a blank.
  const isQuery = /^[\p{L}_.]+$/u.test(text.slice(label.start, label.end)) && /^[\p{L}"'[(]/u.test(rest);
  const flag = values.length === 1 && !isBlock ? flagAt(text, from) : undefined;
  return {
    ...fieldOf(text, label, values, isBlock),
    ...(flag && { flag }),
    ...(isDenied && { side: "refused" as const }),
    ...(isQuery && { isJson: true as const }),
  };
}

function flagAt(text: string, from: number): FormField["flag"] {
  return flagIn(VALUE.exec(text.slice(from, from + LONGEST_FLAG))?.[0] ?? "");
}

/** To the end of the brackets, or of the sentence. */
function valueFrom(text: string, from: number): Span {
  const lead = from + (/^\s*/.exec(text.slice(from, from + 8))?.[0].length ?? 0);
  const closing = CLOSING[text.charAt(lead)];
  const closed = closing === undefined ? -1 : text.indexOf(closing, lead);
  if (closed > 0) return { start: from, end: closed };
  const end = SENTENCE_END.exec(text.slice(lead))?.index;
  return { start: from, end: end === undefined ? text.length : lead + end };
}

/** What stands behind the next label is no longer the value. */
function cut(field: FormField, at: number, text: string): FormField {
  const [value] = field.values;
  if (!value || value.end <= at || /[\])}]/.test(text.charAt(value.end))) return field;
  return { ...field, values: [{ start: value.start, end: Math.max(value.start, at) }] };
}
