import { isDeepStrictEqual } from "node:util";

/** A row of a table or of CSV: by its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** What an answer lists: itself, or the one list that it has. Undefined where it is one thing. */
export function listIn(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data;
  if (!isObject(data)) return undefined;
  const [only, ...lists] = Object.values(data).filter((value) => Array.isArray(value));
  const others = Object.values(data).filter((value) => isObject(value));
  // Beside a list stand its total and where the next page is; what has a name or a state of its own is one thing.
  const isOneThing = "id" in data || "name" in data || "status" in data;
  // One list may go by two names: its own, and the one that every list has.
  const isOneList = lists.every((list) => isDeepStrictEqual(list, only));
  return isOneList && others.length === 0 && !isOneThing ? only : undefined;
}

export function rowsOf(data: unknown): Row[] {
  return (listIn(data) ?? [data]).map((one) => (isObject(one) ? flatten(one) : { value: one }));
}

/** `{ budget: { total: 5 } }` is `{ "budget.total": 5 }`. */
function flatten(value: Readonly<Record<string, unknown>>, prefix = ""): Row {
  const entries = Object.entries(value).flatMap(([name, inside]) =>
    isObject(inside) ? Object.entries(flatten(inside, `${prefix}${name}.`)) : [[prefix + name, inside] as const],
  );
  return Object.fromEntries(entries);
}

export function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** A cell as text: a list of plain values with commas, anything deeper as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => !isObject(one) && !Array.isArray(one))) return value.join(", ");
  return JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
