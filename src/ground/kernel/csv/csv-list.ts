import type { Context } from "../context.ts";
import type { Cell } from "./csv-file.ts";

/** A list as a file, for `Accept: text/csv`: everything that matches the filter, whatever page is asked for. */
export interface CsvList<Input> {
  /** Without its ending. */
  readonly fileName: string;
  readonly columns: readonly string[];
  /** The lines behind `after`, which the page before answered as its `next`. Its last page answers none. */
  page(input: Input, ctx: Context, after: string | undefined): Promise<CsvPage>;
}

export interface CsvPage {
  readonly lines: readonly (readonly Cell[])[];
  readonly next?: string | undefined;
}

/** Of one statement, and of one turn of the event loop. */
export const ROWS_A_PAGE = 250;

/** A page that was asked for with `ROWS_A_PAGE`; `keyOf` its last row is where the next begins. */
export function csvPageOf<Row>(
  rows: readonly Row[],
  lineOf: (row: Row) => readonly Cell[],
  keyOf: (row: Row) => string | number,
): CsvPage {
  const last = rows.at(-1);
  const next = last !== undefined && rows.length === ROWS_A_PAGE ? String(keyOf(last)) : undefined;
  return { lines: rows.map(lineOf), next };
}
