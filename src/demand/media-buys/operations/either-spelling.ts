import { z } from "zod";

/** An object schema whose fields may also be spelt as in AdCP. If both spellings are sent, the newer one counts. */
export function eitherSpelling<S extends z.ZodType>(schema: S, older: Readonly<Record<string, string>>) {
  return z.preprocess((input) => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
    const entries = Object.entries(input);
    const renamed = entries.map(([name, value]) => [(Object.hasOwn(older, name) && older[name]) || name, value]);
    const named = entries.filter(([name]) => !Object.hasOwn(older, name));
    return Object.fromEntries([...renamed, ...named]);
  }, schema);
}
