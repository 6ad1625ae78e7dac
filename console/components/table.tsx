import type { ReactNode } from "react";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures are right-aligned, so that they can be compared in a column. */
  readonly figures?: boolean;
  /** Hidden if there is little room. */
  readonly roomy?: boolean;
  /** The row's actions: their buttons describe themselves. */
  readonly action?: boolean;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/**
 * If there is no room for columns, a row is a card: its first value is the heading, the others are next to their
 * labels.
 */
export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <div tabIndex={0} role="region" aria-label={label} className="@container relative overflow-x-auto">
      {/* With another CSS layout it would not be a table for a screen reader, so the roles are explicit. */}
      <table role="table" className="w-full border-collapse text-start @max-xl:block">
        <thead role="rowgroup" className="@max-xl:sr-only">
          <tr role="row" className="border-b border-line text-sm text-muted">
            {columns.map((column) => (
              <th
                key={column.head}
                role="columnheader"
                scope="col"
                className={`px-4 py-2 font-medium whitespace-nowrap ${sideOf(column)} ${roomOf(column)}`}
              >
                {column.action ? <span className="sr-only">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="@max-xl:block">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row" className={ROW}>
              {columns.map((column, at) => (
                <td
                  key={column.head}
                  role="cell"
                  data-head={at === 0 || column.action ? undefined : column.head}
                  className={`px-4 py-2.5 ${sideOf(column)} ${roomOf(column)} ${at === 0 ? TITLE : VALUE}`}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ROW =
  "border-b border-line align-baseline last:border-0 hover:bg-sunken @max-xl:block @max-xl:px-4 @max-xl:py-3 @max-xl:space-y-1";
const TITLE = "@xl:min-w-44 @max-xl:block @max-xl:p-0 @max-xl:text-start @max-xl:font-medium";
const VALUE =
  "@max-xl:flex @max-xl:items-baseline @max-xl:justify-between @max-xl:text-end @max-xl:gap-4 @max-xl:p-0 @max-xl:empty:hidden @max-xl:before:shrink-0 @max-xl:before:text-sm @max-xl:before:text-muted @max-xl:before:content-[attr(data-head)]";

function sideOf<Row>({ figures, action }: Column<Row>): string {
  return figures || action ? "text-end whitespace-nowrap" : "text-start";
}

function roomOf<Row>({ roomy }: Column<Row>): string {
  return roomy ? "@max-3xl:hidden" : "";
}
