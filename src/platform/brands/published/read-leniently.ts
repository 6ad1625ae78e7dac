import type { ZodObject, z } from "zod";

export type Lenient<T> =
  /** `leftOut` names fields that were malformed and could be omitted. */
  | { readonly ok: true; readonly value: T; readonly leftOut: readonly string[] }
  | { readonly ok: false; readonly complaint: string };

/** Reads an object without those of its fields that are malformed: an invalid colour costs a brand its colours, but not its name. */
export function readLeniently<S extends ZodObject>(schema: S, given: unknown): Lenient<z.output<S>> {
  const strict = schema.safeParse(given);
  if (strict.success) return { ok: true, value: strict.data, leftOut: [] };
  const wrong = new Set(strict.error.issues.map(({ path: [field] }) => String(field ?? "")));
  const rest = Object.fromEntries(Object.entries(Object(given)).filter(([field]) => !wrong.has(field)));
  const lenient = schema.safeParse(typeof given === "object" ? rest : given);
  if (lenient.success) return { ok: true, value: lenient.data, leftOut: [...wrong] };
  const [issue] = strict.error.issues;
  return { ok: false, complaint: [issue?.path.join("."), issue?.message].filter(Boolean).join(": ") };
}
