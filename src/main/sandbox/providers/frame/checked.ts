import { z } from "zod";
import { isObject, type Wire, type WireObject } from "./json.ts";
import type { Ledger } from "./ledger.ts";

export interface Fault {
  /** A path such as `budgets.0.amount`; empty for the whole body. */
  readonly field: string;
  readonly kind: "unknown" | "missing" | "wrong";
  readonly message: string;
}

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Fault[] };

/**
 * Parses a body with a schema of strict objects. Fields that the schema does not name are refused if the provider is known to refuse them
 * (`strict`); otherwise they are dropped, and recorded in the ledger.
 */
export function checked<T>(schema: z.ZodType<T>, body: Wire | undefined, unknown: "strict" | Ledger): Checked<T> {
  const first = schema.safeParse(body, { reportInput: true });
  if (first.success) return { ok: true, value: first.data };
  if (unknown === "strict") return { ok: false, faults: first.error.issues.flatMap(faultsOf) };
  const extra = first.error.issues.filter((issue) => issue.code === "unrecognized_keys");
  if (extra.length === 0) return { ok: false, faults: first.error.issues.flatMap(faultsOf) };
  const rest = structuredClone(body);
  for (const { path, keys } of extra) {
    for (const key of keys) {
      unknown.ignore([...path, key].join("."));
      dropAt(rest, path, key);
    }
  }
  const second = schema.safeParse(rest, { reportInput: true });
  if (second.success) return { ok: true, value: second.data };
  return { ok: false, faults: second.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const at = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: [...at, key].join("."), kind: "unknown", message: "unknown field" }));
  }
  const kind = issue.input === undefined ? "missing" : "wrong";
  return [{ field: at.join("."), kind, message: kind === "missing" ? "is required" : issue.message }];
}

function dropAt(body: unknown, path: readonly PropertyKey[], key: string): void {
  let place: unknown = body;
  for (const step of path) place = (place as Record<PropertyKey, unknown>)[step];
  if (isObject(place)) delete (place as Record<string, unknown>)[key];
}

/** Reads whole numbers of any size as bigints; a string of digits is not accepted. */
export const whole = z.union([z.int(), z.bigint()]).transform(BigInt);

export const instant = z.iso.datetime({ offset: true });

/** The same for callers that only pass the body on: validated JSON remains JSON. */
export function checkedBody(
  schema: z.ZodType,
  body: Wire | undefined,
  unknown: "strict" | Ledger,
): Checked<WireObject> {
  return checked(schema, body, unknown) as Checked<WireObject>;
}
