import { type $ZodType, safeParse } from "zod/v4/core";
import type { Json } from "../json-schema.ts";
import { choicesOf, propertiesIn, requiredIn, type WholeSchema, wholeSchemaOf } from "./whole-schema.ts";

/** Example texts for fields whose schema does not say enough, chosen by the field's name; the first match is used. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(brand|domain)s?$/i, "acme.example"],
  [/currency$/i, "USD"],
  [/countr(y|ies)$/i, "US"],
  [/(url|uri)$/i, "https://acme.example/"],
  [/e?mail$/i, "ann@acme.example"],
  [/(date|_at|At|time)$/i, "2027-03-01T00:00:00Z"],
  [/campaign_?Id$/i, "cmp_019ab3"],
  [/media_?buy_?Id$/i, "mb_019ab3"],
  [/source_?Id$/i, "main"],
  [/brief$/i, "Premium streaming TV for people who love hiking"],
  [/(^|_)name$/i, "Spring launch"],
];

/**
 * An input that the schema accepts, with little more than it requires. Rules that JSON Schema cannot express are violated when the example
 * is parsed; what they require is then added, until the example passes or nothing more can be added.
 */
export function exampleOf(schema: $ZodType | undefined): unknown {
  if (!schema) return undefined;
  const input = wholeSchemaOf(schema, "input");
  const accepted = (wanted: ReadonlySet<string>): unknown => {
    const example = build(input.root, input, { name: "", path: "", wanted });
    const missed = missedIn(schema, example).filter((path) => path !== "" && !wanted.has(path));
    return missed.length === 0 ? example : accepted(new Set([...wanted, ...missed]));
  };
  const example = accepted(new Set());
  // A rule about the whole value names no field, so adding another field may satisfy it.
  const names = missedIn(schema, example).includes("")
    ? propertiesIn(input.resolve(input.root)).map(([name]) => name)
    : [];
  const others = names.map((name) => accepted(new Set([name])));
  return others.find((other) => missedIn(schema, other).length === 0) ?? example;
}

/** Dotted paths of the errors that the schema finds. */
function missedIn(schema: $ZodType, example: unknown): string[] {
  const { success, error } = safeParse(schema, example);
  return success ? [] : error.issues.map(({ path }) => withoutIndexes(path));
}

function withoutIndexes(path: readonly PropertyKey[]): string {
  return path.filter((part) => typeof part === "string").join(".");
}

/** A position in the example, and what may be added there although the schema does not require it. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly wanted: ReadonlySet<string>;
}

function build(json: Json, input: WholeSchema, place: Place): unknown {
  const at = input.resolve(json);
  const [given] = (at.examples ?? []) as readonly unknown[];
  if (given !== undefined) return given;
  if (at.const !== undefined) return at.const;
  if (Array.isArray(at.enum)) return at.enum[0];
  const [choice] = choicesOf(at);
  if (choice) return build(choice, input, place);
  if (at.allOf) return Object.assign({}, ...(at.allOf as Json[]).map((part) => build(part, input, place)));
  return buildTyped(at, input, place);
}

function buildTyped(at: Json, input: WholeSchema, place: Place): unknown {
  const type = Array.isArray(at.type) ? at.type[0] : at.type;
  switch (type) {
    case "object":
      return objectOf(at, input, place);
    case "array": {
      const length = Math.max(Number(at.minItems ?? 0), place.wanted.has(place.path) ? 1 : 0);
      return Array.from({ length }, () => build((at.items ?? {}) as Json, input, place));
    }
    case "integer":
    case "number":
      return Math.max(1, Number(at.minimum ?? 1), Number(at.exclusiveMinimum ?? 0) + 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return textOf(at, place.name);
  }
}

function objectOf(at: Json, input: WholeSchema, { path, wanted }: Place): Json {
  const required = requiredIn(at);
  const below = (name: string) => (path ? `${path}.${name}` : name);
  const asked = (name: string) => [...wanted].some((one) => one === below(name) || one.startsWith(`${below(name)}.`));
  return Object.fromEntries(
    propertiesIn(at)
      .filter(([name]) => required.includes(name) || asked(name))
      .map(([name, json]) => [name, build(json, input, { name, path: below(name), wanted })]),
  );
}

function textOf({ format, pattern, minLength = 1 }: Json, name: string): string {
  if (format === "date-time") return /^(end|until|to)/i.test(name) ? "2027-03-31T00:00:00Z" : "2027-03-01T00:00:00Z";
  if (format === "date") return /^(end|until|to)/i.test(name) ? "2027-03-31" : "2027-03-01";
  if (format === "uri") return "https://acme.example/";
  if (format === "email") return "ann@acme.example";
  const named = BY_NAME.find(([fits]) => fits.test(name))?.[1];
  const text = named ?? (typeof pattern === "string" && pattern.includes("[1-9]") ? "1" : "example");
  return text.padEnd(Number(minLength), "x");
}
