import type { Contracted } from "./contract.ts";
import { type Fields, parentOf } from "./fields.ts";

/** One difference between an operation of ours and the published one. */
export interface Difference {
  readonly operation: string;
  readonly part: "request" | "query" | "body" | "answer";
  /** Dotted path within its part; empty for the part as a whole. */
  readonly field: string;
  readonly published: string;
  readonly ours: string;
}

/** Differences that could surprise a client of the published operation. Additions do not: further fields in an answer, or further types in a body. */
export function differencesOf(operation: string, published: Contracted, ours: Contracted): Difference[] {
  const found = (part: Difference["part"], field: string, said: string, saidHere: string) => ({
    operation,
    part,
    field,
    published: said,
    ours: saidHere,
  });
  const [there, here] = [published, ours].map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  return [
    ...(there === here ? [] : [found("request", "", there ?? "", here ?? "")]),
    ...published.query
      .filter((name) => !ours.query.includes(name))
      .map((name) => found("query", name, "a parameter", MISSING)),
    ...surprises(published.body, ours.body, bodySurprises).map((one) => found("body", ...one)),
    ...surprises(published.answer, ours.answer, answerSurprises).map((one) => found("answer", ...one)),
  ];
}

const MISSING = "missing";

type Mismatch = readonly [field: string, published: string, ours: string];
type Judge = (said: FieldDescription, here: FieldDescription) => boolean;

/** Differences below a field that is missing, or that may have any shape, add no information. */
function surprises(published: Fields, ours: Fields, judge: Judge): Mismatch[] {
  const settled = new Set<string>();
  const found: Mismatch[] = [];
  for (const [field, text] of Object.entries(published)) {
    // Allowing additional keys of any kind promises nothing.
    if (field.endsWith("*") && text === "any?") continue;
    if (ancestorsOf(field).some((above) => settled.has(above))) continue;
    const [said, here] = [descriptionOf(text), descriptionOf(ours[field] ?? ours[anyKeyed(field)])];
    if (!here.known || here.types.has("any")) settled.add(field);
    if (judge(said, here)) found.push([field, text, here.known ? here.text : MISSING]);
  }
  const unasked = Object.keys(ours).filter((field) =>
    judge(descriptionOf(published[field]), descriptionOf(ours[field])),
  );
  const known = new Set(found.map(([field]) => field));
  return [
    ...found,
    ...unasked
      .filter((field) => !known.has(field) && !(field in published) && parentOf(field) in published)
      .map((field) => [field, MISSING, ours[field] ?? ""] as const),
  ];
}

interface FieldDescription {
  readonly known: boolean;
  readonly text: string;
  readonly types: ReadonlySet<string>;
  /** The possible string values; undefined if any value is possible. */
  readonly values: ReadonlySet<string> | undefined;
  readonly optional: boolean;
}

function descriptionOf(text: string | undefined): FieldDescription {
  const values = text?.match(VALUES)?.[1];
  const types = new Set(text?.replace(VALUES, "").replace("?", "").split("|"));
  return {
    known: text !== undefined,
    text: text ?? "",
    types,
    values: values === undefined ? undefined : new Set(values.split(",")),
    optional: text?.endsWith("?") ?? true,
  };
}

const VALUES = /\{([^{}]*)\}/;

/** A client receives something that it cannot parse, or waits for something that is never sent. */
function answerSurprises(said: FieldDescription, here: FieldDescription): boolean {
  if (!said.known) return false;
  return !here.known || !covers(said, here) || (here.optional && !said.optional);
}

/** A client sends something that is not accepted, or omits something that is required. */
function bodySurprises(said: FieldDescription, here: FieldDescription): boolean {
  if (!said.known) return here.known && !here.optional;
  return !here.known || !covers(here, said) || (said.optional && !here.optional);
}

function covers(wide: FieldDescription, narrow: FieldDescription): boolean {
  const { types } = wide;
  const taken = (type: string) => types.has(type) || (type === "integer" && types.has("number"));
  if (types.has("any") || narrow.types.has("any")) return true;
  return [...narrow.types].every(taken) && admits(wide, narrow);
}

/** A string that may have any value is not covered by one with only a few values. */
function admits({ values }: FieldDescription, narrow: FieldDescription): boolean {
  if (!values || !narrow.types.has("string")) return true;
  return narrow.values !== undefined && [...narrow.values].every((value) => values.has(value));
}

/** `a.b[].c` is below `a`, `a.b` and `a.b[]`. */
function ancestorsOf(field: string): string[] {
  return [...field.matchAll(/\.|\[\]/g)].flatMap(({ index, 0: joint }) =>
    joint === "." ? [field.slice(0, index)] : [field.slice(0, index), field.slice(0, index + 2)],
  );
}

/** Whether it is a field of an object with arbitrary keys. */
function anyKeyed(field: string): string {
  const parent = parentOf(field);
  return parent ? `${parent}.*` : "*";
}
