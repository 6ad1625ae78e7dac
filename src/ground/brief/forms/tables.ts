import type { Span } from "../polarity/clause.ts";
import { type FormField, fieldOf, flagIn } from "./form-field.ts";
import { readLabel } from "./labels.ts";
import { type Line, linesOf } from "./lines.ts";

const RULE = /^[\s|:+-]+$/;

/** Columns of a table by what heads them, and rows by their first cell: "| Include | Exclude |", "| Radio | 0% |". */
export function tableFields(text: string): FormField[] {
  if (!text.includes("|")) return [];
  const tables: Line[][] = [];
  let isOpen = false;
  for (const line of linesOf(text)) {
    const isRow = line.text.split("|").length > 2 || line.text.includes(" | ");
    if (isRow && isOpen) tables.at(-1)?.push(line);
    else if (isRow) tables.push([line]);
    isOpen = isRow;
  }
  return tables.flatMap((rows) => fieldsOf(text, rows));
}

function fieldsOf(text: string, rows: readonly Line[]): FormField[] {
  const [first, second] = rows;
  if (!first) return [];
  const head = cellsOf(first);
  const isRuled = second !== undefined && RULE.test(second.text);
  const isHead =
    isRuled || (rows.length > 1 && head.length > 1 && head.every((cell) => readLabel(sliceOf(text, cell)).isKnown));
  const body = rows.slice(isHead ? 1 : 0).filter((row) => !RULE.test(row.text));
  const columns = isHead
    ? head.map((cell, at) =>
        fieldOf(
          text,
          cell,
          body.flatMap((row) => cellsOf(row)[at] ?? []),
          true,
        ),
      )
    : [];
  const lines = columns.some(({ side }) => side) ? [] : body.flatMap((row) => fieldsOfRow(text, cellsOf(row)));
  return [...columns, ...lines];
}

/** "| Excluded | Radio |", "| Radio | no |". */
function fieldsOfRow(text: string, [label, ...cells]: readonly Span[]): FormField[] {
  if (!label || cells.length === 0) return [];
  const flag = cells.map((cell) => flagIn(sliceOf(text, cell))).find((one) => one !== undefined);
  const field = fieldOf(text, label, cells, true);
  return flag || field.isKnown ? [{ ...field, ...(flag && { flag }) }] : [];
}

function cellsOf({ start, text }: Line): Span[] {
  const cells: Span[] = [];
  let at = start;
  for (const cell of text.split("|")) {
    const blank = cell.length - cell.trimStart().length;
    if (cell.trim() !== "" || (at > start && at + cell.length < start + text.length))
      cells.push({ start: at + blank, end: Math.max(at + blank, at + cell.trimEnd().length) });
    at += cell.length + 1;
  }
  return cells;
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
