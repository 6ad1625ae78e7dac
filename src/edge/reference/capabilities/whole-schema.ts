import type { $ZodType } from "zod/v4/core";
import { type Direction, type Json, jsonSchemaOf, nothingCollected } from "../json-schema.ts";

/** The schema of an input or an answer, including the named schemas to which it refers. */
export interface WholeSchema {
  readonly root: Json;
  /** Follows references to the schema itself. */
  resolve(json: Json): Json;
}

export function wholeSchemaOf(schema: $ZodType, io: Direction): WholeSchema {
  const gathered = nothingCollected();
  const root = jsonSchemaOf(schema, io, gathered);
  const resolve = (json: Json): Json => {
    const name = typeof json.$ref === "string" ? json.$ref.replace(`#/${io}/`, "") : undefined;
    const named = name === undefined ? undefined : gathered[io].get(name);
    if (!named) return json;
    const { $ref: _, ...beside } = json;
    return resolve({ ...named, ...beside });
  };
  return { root, resolve };
}

/** The alternatives of a schema; none if it is not a union. */
export function choicesOf(json: Json): readonly Json[] {
  return (json.anyOf ?? json.oneOf ?? []) as readonly Json[];
}

export function propertiesIn(json: Json): readonly (readonly [string, Json])[] {
  return Object.entries((json.properties ?? {}) as Readonly<Record<string, Json>>);
}

export function requiredIn(json: Json): readonly string[] {
  return (json.required ?? []) as readonly string[];
}
