import { styleText } from "node:util";
import { cellText, columnsOf, rowsOf } from "./rows.ts";

export const FORMATS = ["table", "json", "yaml", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** A command's output, and its format. */
export interface Terminal {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** Unless specified, a table for people and JSON for programs. */
export function formatFor(wanted: Format | undefined, { out }: Pick<Terminal, "out">): Format {
  return wanted ?? (out.isTTY ? "table" : "json");
}

/** Writes the answer to the standard output; writes nothing if there is no data. */
export async function print(data: unknown, format: Format, { out }: Pick<Terminal, "out">): Promise<void> {
  if (data === undefined || data === null) return;
  const text = await textOf(data, format, out);
  out.write(text.endsWith("\n") || text === "" ? text : `${text}\n`);
}

/** Each format is loaded when it is used, so that commands start quickly. */
async function textOf(data: unknown, format: Format, out: NodeJS.WriteStream): Promise<string> {
  switch (format) {
    case "json":
      return JSON.stringify(data, null, 2);
    case "yaml":
      return (await import("yaml")).stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 });
    case "csv": {
      const { stringify } = await import("csv-stringify/sync");
      const rows = rowsOf(data);
      const columns = columnsOf(rows);
      const cells = rows.map((row) => columns.map((column) => cellText(row[column])));
      return rows.length === 0 ? "" : stringify([columns, ...cells]);
    }
    case "table": {
      const { tableOf } = await import("./table.ts");
      const bold = (text: string) => (out.isTTY ? styleText("bold", text, { stream: out }) : text);
      return tableOf(data, { width: out.columns ?? Number.POSITIVE_INFINITY, bold });
    }
  }
}
