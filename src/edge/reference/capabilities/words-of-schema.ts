import type { Json } from "../json-schema.ts";
import { choicesOf } from "./whole-schema.ts";

const LONGEST_PATTERN = 40;
const MOST_VALUES = 30;

const TYPE: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  null: "null",
};

const FORMAT: Readonly<Record<string, string>> = {
  "date-time": "date and time, ISO 8601",
  date: "date, YYYY-MM-DD",
  email: "e-mail address",
  uri: "URL",
};

/** The kind of value that a schema accepts, in plain words. */
export function typeOf(json: Json, resolve: (json: Json) => Json): string {
  return [...new Set(typesOf(json, resolve))].join(" or ");
}

function typesOf(json: Json, resolve: (json: Json) => Json): string[] {
  const at = resolve(json);
  if (at.const !== undefined) return [JSON.stringify(at.const)];
  if (Array.isArray(at.enum)) return [valuesOf(at.enum)];
  const choices = choicesOf(at);
  if (choices.length > 0) return choices.flatMap((choice) => typesOf(choice, resolve));
  if (at.type === "array") return [`list of ${at.items ? plural(typeOf(at.items as Json, resolve)) : "anything"}`];
  if (Array.isArray(at.type)) return at.type.map((type) => TYPE[String(type)] ?? String(type));
  return [FORMAT[String(at.format)] ?? TYPE[String(at.type)] ?? (at.allOf ? "object" : "anything")];
}

function valuesOf(values: readonly unknown[]): string {
  const reported = values.slice(0, MOST_VALUES).map((value) => JSON.stringify(value));
  return [...reported, ...(values.length > reported.length ? ["…"] : [])].join(" | ");
}

function plural(type: string): string {
  return /^(object|number|whole number|text|URL)$/.test(type) ? `${type}s` : type;
}

/** JSON Schema's keywords that limit a value, in our own words. */
const LIMITS: readonly (readonly [string, (value: number) => string | undefined])[] = [
  ["minimum", (value) => `≥ ${value}`],
  ["exclusiveMinimum", (value) => `> ${value}`],
  ["maximum", (value) => `≤ ${value}`],
  ["exclusiveMaximum", (value) => `< ${value}`],
  ["minLength", (value) => (value > 1 ? `at least ${value} characters` : undefined)],
  ["maxLength", (value) => `at most ${value} characters`],
  ["minItems", (value) => (value > 0 ? `at least ${value}` : undefined)],
  ["maxItems", (value) => `at most ${value}`],
];

/** Further constraints on a value, and its default. */
export function limitsOf(json: Json): string[] {
  const reported = LIMITS.flatMap(([word, say]) => {
    const value = json[word];
    return typeof value === "number" ? (say(value) ?? []) : [];
  });
  const { pattern, default: byDefault } = json;
  if (typeof pattern === "string" && pattern.length <= LONGEST_PATTERN) reported.push(`matches ${pattern}`);
  if (byDefault !== undefined) reported.push(`default ${JSON.stringify(byDefault)}`);
  return reported;
}
