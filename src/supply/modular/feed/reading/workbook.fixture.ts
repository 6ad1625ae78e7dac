import { strToU8, zipSync } from "fflate";

type Cell = string | number | boolean | { readonly formula: string; readonly value: string | number } | null;

/** An XLSX file with one sheet, as spreadsheet programs write it; `more` are additional parts. */
export function workbookOf(
  rows: readonly (readonly Cell[])[],
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const texts: string[] = [];
  const sheet = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellOf(cell, column, at, texts)).join("")}</row>`,
  );
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Avails" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Target="worksheets/avails.xml"/></Relationships>`,
    "xl/worksheets/avails.xml": `<?xml version="1.0"?><worksheet><sheetData>${sheet.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function cellOf(cell: Cell, column: number, row: number, texts: string[]): string {
  const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  if (cell === null) return "";
  if (typeof cell === "number") return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return `<c ${place} t="s"><v>${texts.push(cell) - 1}</v></c>`;
  const type = typeof cell.value === "string" ? ' t="str"' : "";
  return `<c ${place}${type}><f>${cell.formula}</f><v>${cell.value}</v></c>`;
}
