import type { Context } from "../context.ts";
import type { Cell } from "./csv-file.ts";

/** A list as a file, for `Accept: text/csv`. It contains everything that matches the filter, whatever page was requested. */
export interface CsvList<Input> {
  /** Without the extension. */
  readonly fileName: string;
  readonly columns: readonly string[];
  /** The lines after `after`, which is the previous page's `next`. The last page has no `next`. */
  page(input: Input, ctx: Context, after: string | undefined): Promise<CsvPage>;
}

export interface CsvPage {
  readonly lines: readonly (readonly Cell[])[];
  readonly next?: string | undefined;
}

/** The number of rows that one statement reads, and that one turn of the event loop handles. */
export const ROWS_A_PAGE = 250;

/** A page that was requested with `ROWS_A_PAGE` rows; `keyOf` of its last row is where the next page begins. */
export function csvPageOf<Row>(
  rows: readonly Row[],
  lineOf: (row: Row) => readonly Cell[],
  keyOf: (row: Row) => string | number,
): CsvPage {
  const last = rows.at(-1);
  const next = last !== undefined && rows.length === ROWS_A_PAGE ? String(keyOf(last)) : undefined;
  return { lines: rows.map(lineOf), next };
}
