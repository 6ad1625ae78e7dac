import { illFormed } from "../../../../ground/kernel/texts/well-formed.ts";
import type { RawRow } from "./columns.ts";
import { UnreadableFeed } from "./feed-reading.ts";

/** Reads a list of objects, or an object with such a list as `avails`, `rows` or `items`. */
export function readJsonRows(text: string, take: (row: RawRow) => void): void {
  const list = listIn(parsed(text.replace(/^\uFEFF/, "")));
  if (!list) throw new UnreadableFeed("it is JSON without a list of rows: send [{…}] or { avails: [{…}] }");
  for (const [at, row] of list.entries()) {
    if (typeof row !== "object" || row === null || Array.isArray(row))
      throw new UnreadableFeed(`row ${at + 1} is not an object`);
    const [flaw] = illFormed(row);
    if (flaw) throw new UnreadableFeed(`row ${at + 1}: ${flaw.path} ${flaw.message}`);
    take(row as RawRow);
    // From here on, only the result of the row is kept in memory.
    list[at] = null;
  }
}

function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const named = new Map<string, unknown>(Object.entries(value));
  return ["avails", "rows", "items"].map((name) => named.get(name)).find(Array.isArray);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UnreadableFeed(`it is not JSON: ${message.slice(0, 200)}`, { cause: error });
  }
}
