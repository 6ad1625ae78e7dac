import { isDeepStrictEqual } from "node:util";

/** A row of a table or CSV file, by column. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The list in an answer: either the answer itself, or its list field. Undefined if the answer is a single resource, which has a name or a
 * state of its own.
 */
export function listIn(data: unknown): readonly unknown[] | undefined {
  if (Array.isArray(data)) return data;
  if (!isObject(data) || ["id", "name", "status"].some((name) => name in data)) return undefined;
  const { items, ...others } = data;
  const lists = Object.values(others).filter((value) => Array.isArray(value));
  // An answer may contain a list twice: under its own name, with more data, and under the name that every list has.
  if (Array.isArray(items)) return lists.find((list) => isTwin(list, items)) ?? items;
  const [only] = lists;
  return lists.length === 1 && !Object.values(others).some(isObject) ? only : undefined;
}

function isTwin(list: readonly unknown[], items: readonly unknown[]): boolean {
  const ids = (of: readonly unknown[]) => of.map((one) => (isObject(one) ? one["id"] : undefined));
  return list.length > 0 && isDeepStrictEqual(ids(list), ids(items)) && !ids(items).includes(undefined);
}

export function rowsOf(data: unknown): Row[] {
  return (listIn(data) ?? [data]).map((one) => (isObject(one) ? flatten(one) : { value: one }));
}

/** `{ budget: { total: 5 } }` becomes `{ "budget.total": 5 }`. */
function flatten(value: Readonly<Record<string, unknown>>, prefix = ""): Row {
  const entries = Object.entries(value).flatMap(([name, inside]) =>
    isObject(inside) ? Object.entries(flatten(inside, `${prefix}${name}.`)) : [[prefix + name, inside] as const],
  );
  return Object.fromEntries(entries);
}

export function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** A cell as text: lists of plain values are separated by commas, anything deeper becomes JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => !isObject(one) && !Array.isArray(one))) return value.join(", ");
  return JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
