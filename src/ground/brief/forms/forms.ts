import type { Span } from "../polarity/clause.ts";
import { type FormField, fieldOf } from "./form-field.ts";
import { headingFields } from "./headings.ts";
import { jsonFields } from "./json-fields.ts";
import { labelledFields } from "./labelled-fields.ts";
import { readLabel } from "./labels.ts";
import { markedFields, plusAndMinus } from "./marks.ts";
import { tableFields } from "./tables.ts";

/** "Exclusions - radio, print": a dash instead of a colon. */
const DASHED = /(?<=^|[.;!?\n][ \t]{0,3})(?<label>\p{L}[\p{L} '’]{1,30}) [-–—] (?<value>[^.;!?\n]{1,300})/gu;
/** `country in {GB}`, `channel NOT IN (radio, print)`. */
const IN = / (?<not>not )?in ?[({[]/giu;
const LAST_WORD = /(?:^|[^\p{L}_])(?<word>[\p{L}_]{2,30})$/u;
const CLOSING = /[)}\]\n]/;
const LONGEST_LABEL = 32;
const LONGEST_VALUE = 300;
const YEAR = /^20\d\d$/;

/** What a brief says as a form, in the order of the text; what a field leaves open is said by the one around it. */
export function formIn(text: string): readonly FormField[] {
  const inJson = jsonFields(text);
  const isTaken = takenBy(inJson);
  const fields = [
    ...inJson,
    ...labelledFields(text, isTaken),
    ...tableFields(text),
    ...headingFields(text),
    ...dashedFields(text),
    ...queryFields(text),
    ...markedFields(text),
    ...plusAndMinus(text),
  ].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
  return fields.length === 0 ? fields : withYears(inherited(fields), text);
}

function startOf({ label, values }: FormField): number {
  return Math.min(label.start, values[0]?.start ?? label.start);
}

function endOf({ label, values }: FormField): number {
  return Math.max(label.end, values.at(-1)?.end ?? label.end);
}

function takenBy(fields: readonly FormField[]): (at: number) => boolean {
  if (fields.length === 0) return () => false;
  const [start, end] = [Math.min(...fields.map(startOf)), Math.max(...fields.map(endOf))];
  return (at) => at >= start && at < end;
}

/** `{"exclude": {"countries": ["US"]}}`: a list within a field is meant as the field is, unless its own label says otherwise. */
function inherited(fields: readonly FormField[]): FormField[] {
  const open: FormField[] = [];
  return fields.map((field) => {
    for (let last = open.at(-1); last && endOf(last) <= field.label.start; last = open.at(-1)) open.pop();
    const around = open.findLast((one) => one.values.some((value) => isIn(field.label, value)));
    const side = field.side ?? around?.side;
    const matter = field.matter ?? around?.matter;
    const whole = { ...field, ...(side && { side }), ...(matter && { matter }) };
    open.push(whole);
    return whole;
  });
}

function isIn(one: Span, { start, end }: Span): boolean {
  return one.start >= start && one.end <= end;
}

/** "2023: radio. 2024: podcasts.": of years that are labels the last counts. */
function withYears(fields: readonly FormField[], text: string): FormField[] {
  const yearOf = ({ label }: FormField) => {
    const written = text.slice(label.start, label.end).trim();
    return YEAR.test(written) ? Number(written) : undefined;
  };
  const last = Math.max(...fields.map((field) => yearOf(field) ?? 0));
  return fields.map((field) => {
    const year = yearOf(field);
    return year !== undefined && year < last && !field.side ? { ...field, side: "past" as const } : field;
  });
}

function dashedFields(text: string): FormField[] {
  return Array.from(text.matchAll(DASHED)).flatMap(({ index, 0: whole, groups }) => {
    const label = groups?.label ?? "";
    if (!readLabel(label).side) return [];
    const end = index + whole.length;
    const start = end - (groups?.value?.length ?? 0);
    return [fieldOf(text, { start: index, end: index + label.length }, [{ start, end }])];
  });
}

function queryFields(text: string): FormField[] {
  return Array.from(text.matchAll(IN)).flatMap(({ index, 0: sign, groups }) => {
    const label = LAST_WORD.exec(text.slice(Math.max(0, index - LONGEST_LABEL), index))?.groups?.word;
    const from = index + sign.length;
    const length = CLOSING.exec(text.slice(from, from + LONGEST_VALUE))?.index;
    if (label === undefined || length === undefined) return [];
    const value = { start: from, end: from + length };
    const field = fieldOf(text, { start: index - label.length, end: index }, [value]);
    if (!field.isKnown) return [];
    return [groups?.not ? { ...field, side: "refused" as const } : field];
  });
}
