import type { $ZodType } from "zod/v4/core";
import { jsonSchemaOf } from "../sample.ts";

export interface TextField {
  readonly path: readonly string[];
  /** As long as it may be, or as a body lets it be. */
  readonly length: number;
}

type Schema = ReturnType<typeof jsonSchemaOf> & { readonly maxLength?: number };

/** What a body of a mebibyte leaves to one text. */
const LONGEST = 1_000_000;
const DEEPEST = 8;

/** Every text in a schema that is not one of a list; lists are entered by their first element. */
export function textFieldsOf(schema: $ZodType | undefined): TextField[] {
  if (!schema) return [];
  const root: Schema = jsonSchemaOf(schema);
  const found = new Map<string, TextField>();
  const requestContext = (at: Schema | undefined, path: readonly string[]): void => {
    if (!at || path.length > DEEPEST) return;
    if (at.$ref) return requestContext(root.$defs?.[at.$ref.split("/").at(-1) ?? ""], path);
    for (const part of [...(at.anyOf ?? []), ...(at.oneOf ?? []), ...(at.allOf ?? [])]) requestContext(part, path);
    for (const [name, inner] of Object.entries(at.properties ?? {})) requestContext(inner, [...path, name]);
    requestContext(at.items, path);
    const isText = at.type === "string" || (Array.isArray(at.type) && at.type.includes("string"));
    if (isText && !at.enum && at.const === undefined && path.length > 0)
      found.set(path.join("."), { path, length: Math.min(at.maxLength ?? LONGEST, LONGEST) });
  };
  requestContext(root, []);
  return [...found.values()];
}
