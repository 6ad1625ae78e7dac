import { z } from "zod";
import type { $ZodType } from "zod/v4/core";

export type Json = { readonly [key: string]: unknown };
type Draft = Record<string, unknown>;

/** As callers send it, or as they receive it: a field with a default is optional in the former, and always present in the latter. */
export type Direction = "input" | "output";

/** The named schemas that were collected while a document is being written. */
export interface CollectedSchemas {
  readonly input: Map<string, Json>;
  readonly output: Map<string, Json>;
}

export function nothingCollected(): CollectedSchemas {
  return { input: new Map(), output: new Map() };
}

/**
 * A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. Named schemas inside it are collected, and referenced as `#/input/Name` or
 * `#/output/Name` until `settleNames` knows which of them can be shared. Throws if two different schemas have the same name, or if JSON
 * cannot express an answer.
 */
export function jsonSchemaOf(schema: $ZodType, io: Direction, gathered: CollectedSchemas): Json {
  const {
    $defs = {},
    $schema: _,
    ...json
  } = z.toJSONSchema(schema as z.ZodType, {
    io,
    target: "draft-2020-12",
    // Inputs are also checked by rules that JSON Schema cannot express; outputs must be plain JSON, or there is a bug.
    unrepresentable: io === "input" ? "any" : "throw",
    override: ({ jsonSchema }) => simplify(jsonSchema as Draft),
  });
  for (const [name, named] of Object.entries($defs)) batchLoader(name, pointed(named, io), gathered[io]);
  return pointed(json, io);
}

/** The properties of an object schema and which of them are required, following references. */
export function propertiesOf(
  json: Json,
  gathered: CollectedSchemas,
): { properties: Record<string, Json>; required: string[] } {
  const [, io, name = ""] = /^#\/(input|output)\/(.+)$/.exec(String(json.$ref)) ?? [];
  const object = io ? (gathered[io as Direction].get(name) ?? {}) : json;
  const { properties = {}, required = [] } = object as { properties?: Record<string, Json>; required?: string[] };
  return { properties, required };
}

function batchLoader(name: string, json: Json, named: Map<string, Json>): void {
  const known = named.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(json)) throw new Error(`two schemas are called ${name}`);
  named.set(name, json);
}

const SPELT_OUT = new Set(["date-time", "date", "time", "email", "uri", "uuid"]);

/** Omits what readers of the schema know already, and applies a schema's own `override`. */
function simplify(json: Draft): void {
  if (json.override) {
    const { override, description } = json;
    for (const key of Object.keys(json)) delete json[key];
    Object.assign(json, override, description !== undefined && { description });
  }
  if (SPELT_OUT.has(String(json.format))) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  // Answers may gain fields later, so a client that refuses unknown fields would break.
  if (json.additionalProperties === false) delete json.additionalProperties;
  // A bare `false` is a schema too, but the validators of several clients do not support it.
  if (json.items === false) json.items = { not: {} };
  nullableInOneWord(json);
}

/** Turns `{ anyOf: [{ type: "integer" }, { type: "null" }] }` into `{ type: ["integer", "null"] }`. */
function nullableInOneWord(json: Draft): void {
  const [some, none, more] = (json.anyOf ?? []) as Draft[];
  if (more || none?.type !== "null" || typeof some?.type !== "string" || some.enum || some.const !== undefined) return;
  delete json.anyOf;
  Object.assign(json, { ...some, ...json, type: [some.type, "null"] });
}

function pointed(json: unknown, io: Direction): Json {
  return replaceRefs(json, (ref) => ref.replace("#/$defs/", `#/${io}/`)) as Json;
}

/** The same schema with every `$ref` in it replaced. */
export function replaceRefs(json: unknown, to: (ref: string) => string): unknown {
  if (Array.isArray(json)) return json.map((part) => replaceRefs(part, to));
  if (typeof json !== "object" || json === null) return json;
  const replaced = ([key, part]: [string, unknown]) =>
    [key, key === "$ref" && typeof part === "string" ? to(part) : replaceRefs(part, to)] as const;
  return Object.fromEntries(Object.entries(json).map(replaced));
}
