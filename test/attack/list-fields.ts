import type { $ZodType } from "zod/v4/core";
import { jsonSchemaOf } from "../sample.ts";

export interface ListField {
  readonly path: readonly string[];
  /** Undefined if there is no limit, and the body's limit applies. */
  readonly most: number | undefined;
}

type Schema = ReturnType<typeof jsonSchemaOf> & { readonly maxItems?: number };

const DEEPEST = 8;

/** Every list in a schema, also those inside of others. */
export function listFieldsOf(schema: $ZodType | undefined): ListField[] {
  if (!schema) return [];
  const root: Schema = jsonSchemaOf(schema);
  const found = new Map<string, ListField>();
  const look = (at: Schema | undefined, path: readonly string[]): void => {
    if (!at || path.length > DEEPEST) return;
    if (at.$ref) return look(root.$defs?.[at.$ref.split("/").at(-1) ?? ""], path);
    for (const part of [...(at.anyOf ?? []), ...(at.oneOf ?? []), ...(at.allOf ?? [])]) look(part, path);
    for (const [name, inner] of Object.entries(at.properties ?? {})) look(inner, [...path, name]);
    look(at.items, path);
    const isList = at.type === "array" || (Array.isArray(at.type) && at.type.includes("array"));
    if (isList) found.set(path.join("."), { path, most: at.maxItems });
  };
  look(root, []);
  return [...found.values()];
}
