import type { ReactNode } from "react";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right, so that they can be compared down the column. */
  readonly figures?: boolean;
  /** Left out where there is little room. */
  readonly roomy?: boolean;
  /** What can be done with the row: its buttons say so themselves. */
  readonly action?: boolean;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** On a narrow screen it scrolls within itself, never the page. */
export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <div tabIndex={0} role="region" aria-label={label} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-start">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            {columns.map((column) => (
              <th key={column.head} scope="col" className={`px-4 py-2 font-medium whitespace-nowrap ${sideOf(column)}`}>
                {column.action ? <span className="sr-only">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line align-top last:border-0 hover:bg-sunken">
              {columns.map((column) => (
                <td key={column.head} className={`px-4 py-2.5 ${sideOf(column)}`}>
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

function sideOf<Row>({ figures, roomy, action }: Column<Row>): string {
  return `${figures || action ? "text-end whitespace-nowrap" : "text-start"} ${roomy ? "hidden md:table-cell" : ""}`;
}
