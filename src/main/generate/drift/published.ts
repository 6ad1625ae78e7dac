import { readFileSync } from "node:fs";
import type { Contract, Contracted } from "./contract.ts";
import type { Fields } from "./fields.ts";
import type { PublishedApi } from "./published-api.ts";

/** The fields in nested form, which takes half the space of full paths. */
interface Folded {
  readonly [name: string]: string | Folded;
}

/** Null if only the operation's path is known, because there is no schema to compare. */
interface Line extends Pick<Contracted, "method" | "path"> {
  readonly operation: string;
  readonly shape: null | { readonly query: readonly string[]; readonly body: Folded; readonly answer: Folded };
}

export interface Published {
  /** The operations that can be compared, by their id. */
  readonly shapes: Contract;
  /** Every operation's method and path. */
  readonly places: Readonly<Record<string, string>>;
}

export function readPublished({ facts }: PublishedApi): Published {
  const lines = readFileSync(facts, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const shapes = lines.flatMap(({ operation, method, path, shape }) => {
    if (!shape) return [];
    const { query, body, answer } = shape;
    return [[operation, { method, path, query, body: unfold(body), answer: unfold(answer) }] as const];
  });
  const places = lines.map(({ operation, method, path }) => [operation, `${method.toUpperCase()} ${path}`] as const);
  return { shapes: Object.fromEntries(shapes), places: Object.fromEntries(places) };
}

export function lineOf(operation: string, contracted: Contracted, withShape: boolean): string {
  const { method, path, query, body, answer } = contracted;
  const shape = withShape ? { query, body: fold(body), answer: fold(answer) } : null;
  return JSON.stringify({ operation, method, path, shape } satisfies Line);
}

function fold(fields: Fields): Folded {
  const folded: Record<string, unknown> = {};
  for (const [field, types] of Object.entries(fields)) {
    let at = folded;
    for (const name of field.split(".").filter(Boolean)) at = at[name] = (at[name] ?? {}) as Record<string, unknown>;
    at[""] = types;
  }
  return leavesOf(folded);
}

/** A field that has only types is written as these types alone. */
function leavesOf(folded: Readonly<Record<string, unknown>>): Folded {
  const short = ([name, inside]: [string, unknown]): [string, string | Folded] => {
    if (typeof inside === "string") return [name, inside];
    const { "": types, ...more } = inside as Record<string, unknown>;
    return [name, typeof types === "string" && Object.keys(more).length === 0 ? types : leavesOf(inside as Folded)];
  };
  return Object.fromEntries(Object.entries(folded).map(short));
}

function unfold(folded: Folded, above = ""): Fields {
  const entries = Object.entries(folded).flatMap(([name, inside]): Array<[string, string]> => {
    const field = [above, name].filter(Boolean).join(".");
    return typeof inside === "string" ? [[field, inside]] : Object.entries(unfold(inside, field));
  });
  return Object.fromEntries(entries);
}
