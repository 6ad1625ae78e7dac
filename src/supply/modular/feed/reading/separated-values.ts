import { CsvError, parse } from "csv-parse/sync";
import type { RawRow } from "./columns.ts";
import { UnreadableFeed } from "./feed-reading.ts";

const SEPARATORS = [",", ";", "\t"] as const;
/** Longer than any meaningful row; it stops at this length if a quote is never closed. */
const LONGEST_ROW = 200_000;

/** Values separated by commas, semicolons or tabs, whichever is most frequent in the header; quoted as in RFC 4180. */
export function readSeparatedValues(text: string, take: (row: RawRow) => void): void {
  const [header = ""] = text.split(/\r?\n/, 1);
  try {
    parse(text, {
      columns: (names: readonly string[]) => namesOf(names),
      delimiter: separatorOf(header),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LONGEST_ROW,
      // Rows are processed one at a time, so they are never all in memory.
      on_record: (row: RawRow) => {
        take(row);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFeed(error.message.slice(0, 300), { cause: error });
    throw error;
  }
}

function separatorOf(header: string): string {
  const counted = SEPARATORS.map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ",";
}

/** Of two columns with the same name the first counts; a column without a name is ignored. */
export function namesOf(names: readonly unknown[]): (string | undefined)[] {
  const seen = new Set<string>();
  return names.map((name) => {
    const own = (typeof name === "string" || typeof name === "number" ? String(name) : "").trim();
    if (own === "" || own === "__proto__" || seen.has(own)) return undefined;
    seen.add(own);
    return own;
  });
}
