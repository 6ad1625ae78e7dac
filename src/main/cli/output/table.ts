import { printable } from "./printable.ts";
import { cellText, columnsOf, listIn, type Row, rowsOf } from "./rows.ts";
import { fitted, widthOf } from "./text-width.ts";

interface Look {
  /** How many characters fit on a line. */
  readonly width: number;
  bold(text: string): string;
}

const GAP = 2;
const WIDEST = 40;
const NARROWEST = 10;

/** A list as a table that fits the width, anything else as one line per field. */
export function tableOf(data: unknown, look: Look): string {
  if (listIn(data)) return listTable(rowsOf(data), look);
  const [row = {}] = rowsOf(data);
  const lines = Object.entries(row).map(([name, value]) => [name, shown(value)] as const);
  const names = Math.max(0, ...lines.map(([name]) => name.length));
  const room = Math.max(look.width - names - GAP, NARROWEST);
  return render(
    lines.map(([name, value]) => [look.bold(name), value]),
    [names, room],
  );
}

function listTable(rows: readonly Row[], { width, bold }: Look): string {
  if (rows.length === 0) return "nothing found";
  const filled = columnsOf(rows).filter((column) => rows.some((row) => isFilled(row[column])));
  const columns = fitting(
    filled.map((name) => ({ name, width: naturalWidth(name, rows) })),
    width,
  );
  const body = rows.map((row) => columns.map(({ name }) => shown(row[name])));
  const left = filled.length - columns.length;
  const text = render(
    [columns.map(({ name }) => bold(name)), ...body],
    columns.map((column) => column.width),
  );
  return left > 0 ? `${text}\n(${left} more ${left === 1 ? "column" : "columns"}: -o json)` : text;
}

interface Column {
  readonly name: string;
  readonly width: number;
}

/** The columns in order, with wide ones shortened to fit the available width. */
function fitting(columns: readonly Column[], width: number): Column[] {
  const sum = (some: readonly Column[]) => some.reduce((all, one) => all + one.width + GAP, -GAP);
  if (sum(columns) <= width) return [...columns];
  const shortened = columns.map((one) => ({ ...one, width: Math.min(one.width, NARROWEST * 2) }));
  const kept = shortened.filter((_, place) => place === 0 || sum(shortened.slice(0, place + 1)) <= width);
  const spare = width - sum(kept);
  // Remaining space goes to the first shortened column, which is most likely the name.
  const needy = kept.findIndex(({ name, width: now }) => now < (columns.find((one) => one.name === name)?.width ?? 0));
  return kept.map((one, place) => {
    const natural = columns.find(({ name }) => name === one.name)?.width ?? one.width;
    return place === needy && spare > 0 ? { ...one, width: Math.min(natural, one.width + spare) } : one;
  });
}

function naturalWidth(name: string, rows: readonly Row[]): number {
  return Math.min(Math.max(name.length, ...rows.map((row) => widthOf(shown(row[name])))), WIDEST);
}

/** A nested list is shown as its length, because it does not fit in a table. */
function shown(value: unknown): string {
  const isDeep = Array.isArray(value) && value.some((one) => typeof one === "object" && one !== null);
  return isDeep ? `${value.length} ${value.length === 1 ? "entry" : "entries"}` : printable(cellText(value));
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Aligns the cells; the last one in a line is not padded. */
function render(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  return rows
    .map((row) =>
      row
        .map((cell, place) => fitted(cell, widths[place] ?? 0))
        .join(" ".repeat(GAP))
        .trimEnd(),
    )
    .join("\n");
}
